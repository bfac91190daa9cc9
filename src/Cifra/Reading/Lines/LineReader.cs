using Cifra.Imaging;
using Cifra.Network;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Reads a normalized line with two readers that know nothing of each other, and weighs what they say.</summary>
/// <remarks>
/// One slides a network along the line and never cuts it; the other cuts it in all sensible ways and shows the pieces to the network for single digits. Each
/// proposes texts, and each says how likely it takes the other's. Where they agree the answer is sure; where they do not, its probability says so.
/// </remarks>
internal sealed class LineReader
{
    /// <summary>What a reader proposes at most.</summary>
    private const int Proposals = 12;

    private const int LatticeBeam = 40;

    /// <summary>How much the lattice's word counts beside the line network's.</summary>
    private const double LatticeWeight = 0.5;

    /// <summary>What a text costs that has no path through the lattice at all.</summary>
    private const double NoPath = -40;

    /// <summary>Texts that are looked at to say what a grammar changed.</summary>
    private const int Unbound = 5;

    private static readonly CtcDecoder Free = new(null);

    private readonly LineClassifier _lines;
    private readonly Lattice.Classify _digits;
    private readonly Grammar? _grammar;
    private readonly CtcDecoder _decoder;

    /// <summary>A reader.</summary>
    /// <param name="lines">The line network.</param>
    /// <param name="digits">The network for single digits.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    public LineReader(LineClassifier lines, Lattice.Classify digits, Grammar? grammar)
    {
        _lines = lines;
        _digits = digits;
        _grammar = grammar;
        _decoder = new CtcDecoder(grammar);
    }

    /// <summary>Reads a line, as <see cref="LineNormalizer"/> gives it.</summary>
    public LineReading Read(GrayImage line)
    {
        LineScores scores = _lines.Scores(line);
        var lattice = Lattice.Of(line, _digits);
        LineScores digitsOnly = scores.Only(LineSymbolsRead);
        var texts = new Dictionary<string, string>();
        foreach (Hypothesis hypothesis in _decoder.Decode(scores, Proposals).Concat(LatticeDecoder.Decode(lattice, _grammar, LatticeBeam).Take(Proposals)))
        {
            texts.TryAdd(string.Concat(hypothesis.Text.Where(char.IsAsciiLetterOrDigit)), hypothesis.Text); // of texts with the same digits the likeliest came first
        }

        return new LineReading(line, scores, lattice, Weigh(texts, digitsOnly, lattice))
        {
            Unbound = _grammar is null ? [] : [.. Free.Decode(scores, Unbound).Select(hypothesis => hypothesis.Text)],
        };
    }

    private static bool LineSymbolsRead(char symbol) => char.IsAsciiLetterOrDigit(symbol);

    private static List<LineAnswer> Weigh(Dictionary<string, string> texts, LineScores scores, Lattice lattice)
    {
        List<LineAnswer> answers = [];
        foreach ((string digits, string text) in texts)
        {
            double network = Ctc.LogProbability(scores, digits);
            if (network > Ctc.Never)
            {
                answers.Add(new LineAnswer(text, 0, network, LatticeDecoder.Align(lattice, digits)?.Value));
            }
        }

        if (answers.Count == 0)
        {
            return [];
        }

        double most = answers.Max(Value);
        double total = answers.Sum(answer => Math.Exp(Value(answer) - most));
        return [.. answers
            .Select(answer => answer with { Probability = Math.Exp(Value(answer) - most) / total })
            .OrderByDescending(answer => answer.Probability).ThenBy(answer => answer.Text, StringComparer.Ordinal)];
    }

    private static double Value(LineAnswer answer) => answer.ByNetwork + (LatticeWeight * (answer.ByLattice ?? NoPath));
}
