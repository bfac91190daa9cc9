using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Reads a normalized line with two readers that know nothing of each other, and weighs what they say.</summary>
/// <remarks>
/// One slides networks along the line and never cuts it; the other cuts it in all sensible ways and shows the pieces to the network for single digits. Each
/// proposes texts, and each says how likely it takes the other's. Where they agree the answer is sure; where they do not, its probability says so.
/// A line network looks five times, at the line as it is, a little higher and lower, and leaning more to the right and to the left.
/// </remarks>
internal sealed class LineDecoder
{
    /// <summary>What a reader proposes at most.</summary>
    private const int Proposals = 12;

    private const int LatticeBeam = 40;

    /// <summary>How much the lattice's word counts beside the line networks'.</summary>
    private const double LatticeWeight = 0.4;

    /// <summary>Rows that the line is moved up and down by for another look.</summary>
    private const double Shift = 1.5;

    /// <summary>Columns a row that it is made to lean by for another look.</summary>
    private const double Slant = 0.2;

    /// <summary>A text that the lattice values less than this, or has no path for, is valued this much: where digits grow together it has no cut between them, and that says little about the text.</summary>
    private const double LeastByLattice = -7;

    /// <summary>Texts of each reader that are looked at to say what a grammar changed, and whether the field keeps to it at all.</summary>
    private const int Unbound = 5;

    /// <summary>Natural logarithm of the share of fields that break their grammar: three in a hundred. docs/reading.md says what others would do.</summary>
    private static readonly double BreaksGrammar = Math.Log(0.03);

    // What a line may say where nothing is known of it: digits, signs between them, and what fills a field before and after. Not a 1 that was read as a slash.
    private static readonly Grammar AnyNumber = Grammar.Pattern("[$#*=-]*[0-9]+([.,/:-]+[0-9]+)*[.,/#*=-]*");

    private static readonly CtcDecoder Free = new(AnyNumber);

    private readonly LineClassifier _lines;
    private readonly Lattice.Classify _digits;
    private readonly Grammar? _grammar;
    private readonly CtcDecoder _decoder;

    /// <summary>A reader.</summary>
    /// <param name="lines">The line networks.</param>
    /// <param name="digits">The network for single digits.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    public LineDecoder(LineClassifier lines, Lattice.Classify digits, Grammar? grammar)
    {
        _lines = lines;
        _digits = digits;
        _grammar = grammar;
        _decoder = new CtcDecoder(grammar ?? AnyNumber);
    }

    /// <summary>Reads a line, as <see cref="LineNormalizer"/> gives it.</summary>
    public LineReading Read(GrayImage line)
    {
        IReadOnlyList<LineScores> straight = _lines.ScoresOfEach(line);
        var lattice = Lattice.Of(line, _digits);
        LineScores[][] looks = Looks(line, straight);
        var texts = new Dictionary<string, string>();
        Add(texts, straight.SelectMany(scores => _decoder.Decode(scores, Proposals)).Concat(LatticeDecoder.Decode(lattice, _grammar, LatticeBeam).Take(Proposals)), _ => true);
        List<LineAnswer> answers = Valued(texts, looks, lattice);
        if (_grammar is null)
        {
            return new LineReading(line, straight[0], looks, lattice, Ranked(answers, Total(answers)));
        }

        // What the grammar refuses takes part with the little weight that it has beforehand, so that a field which says something else ends unsure.
        Hypothesis[] unbound = [.. straight.SelectMany(scores => Free.Decode(scores, Unbound))];
        var refused = new Dictionary<string, string>();
        Add(refused, unbound.Concat(LatticeDecoder.Decode(lattice, null, LatticeBeam).Take(Unbound)), digits => !texts.ContainsKey(digits));
        List<LineAnswer> others = Valued(refused, looks, lattice);
        double total = Ctc.Sum(Total(answers), Total(others) + BreaksGrammar);
        return new LineReading(line, straight[0], looks, lattice, Ranked(answers, total))
        {
            Unbound = [.. unbound.Select(hypothesis => hypothesis.Text)],
            Refused = Ranked(others, total - BreaksGrammar),
        };
    }

    // What each network says of digits and letters alone, of the line at its place and of the line changed a little.
    private LineScores[][] Looks(GrayImage line, IReadOnlyList<LineScores> straight)
    {
        GrayImage[] changed = [LineShift.Lower(line, -Shift), LineShift.Lower(line, Shift), LineShift.Lean(line, -Slant), LineShift.Lean(line, Slant)];
        IReadOnlyList<LineScores>[] looks = [straight, .. changed.Select(_lines.ScoresOfEach)];
        return [.. straight.Select((_, network) => looks.Select(look => look[network].Only(char.IsAsciiLetterOrDigit)).ToArray())];
    }

    // Of texts with the same digits the first stays: the likeliest come first.
    private static void Add(Dictionary<string, string> texts, IEnumerable<Hypothesis> hypotheses, Func<string, bool> wanted)
    {
        foreach (Hypothesis hypothesis in hypotheses)
        {
            string digits = string.Concat(hypothesis.Text.Where(char.IsAsciiLetterOrDigit));
            if (wanted(digits))
            {
                texts.TryAdd(digits, hypothesis.Text);
            }
        }
    }

    // What both readers say of the texts; those are left out that a line network takes for impossible.
    private static List<LineAnswer> Valued(Dictionary<string, string> texts, LineScores[][] looks, Lattice lattice)
    {
        List<LineAnswer> answers = [];
        foreach ((string digits, string text) in texts)
        {
            if (LineReading.ByNetwork(looks, digits) is { } network)
            {
                double? byLattice = LatticeDecoder.Align(lattice, digits)?.Value;
                answers.Add(new LineAnswer(text, 0, network, byLattice) { Value = network + (LatticeWeight * Math.Max(LeastByLattice, byLattice ?? LeastByLattice)) });
            }
        }

        return answers;
    }

    private static double Total(List<LineAnswer> answers) => answers.Aggregate(Ctc.Never, (sum, answer) => Ctc.Sum(sum, answer.Value));

    private static LineAnswer[] Ranked(List<LineAnswer> answers, double total) =>
    [
        .. answers
            .Select(answer => answer with { Probability = Math.Exp(answer.Value - total) })
            .OrderByDescending(answer => answer.Value).ThenBy(answer => answer.Text, StringComparer.Ordinal),
    ];
}
