using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Decodes a normalized line in two independent ways, and gives every text that either proposes one probability.</summary>
/// <remarks>
/// Line networks slide along the line and never cut it. The lattice cuts it in all sensible ways and shows the pieces to the network for single digits.
/// Each proposes texts, and both score all of them. Where they agree, the probability is high; where they disagree, it is divided. A line network reads
/// five views: the line as it is, a little higher and lower, and slanted more to either side. docs/decisions/0010-two-readers-of-a-line.md.
/// </remarks>
internal sealed class LineDecoder
{
    // Without a grammar: digits, signs between them, and what fills a field before and after. No slash at either end: it would be a misread 1.
    private static readonly Grammar AnyNumber = Grammar.Pattern("[$#*=-]*[0-9]+([.,/:-]+[0-9]+)*[.,/#*=-]*");

    private readonly LineClassifier _lines;
    private readonly Lattice.Classify _digits;
    private readonly Grammar? _grammar;
    private readonly CtcDecoder _decoder;
    private readonly CtcDecoder _free;
    private readonly LineDecoderOptions _options;

    /// <summary>A decoder.</summary>
    /// <param name="lines">The line networks.</param>
    /// <param name="digits">The network for single digits.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    /// <param name="options">Its numbers; <see cref="LineDecoderOptions.Default"/> by default.</param>
    public LineDecoder(LineClassifier lines, Lattice.Classify digits, Grammar? grammar, LineDecoderOptions? options = null)
    {
        _options = options ?? LineDecoderOptions.Default;
        _lines = lines;
        _digits = digits;
        _grammar = grammar;
        _decoder = new CtcDecoder(grammar ?? AnyNumber, _options.NetworkBeam, _options.LeastSymbol);
        _free = new CtcDecoder(AnyNumber, _options.NetworkBeam, _options.LeastSymbol);
    }

    /// <summary>Most columns of a line: what the networks take, less what <see cref="LineShift.Lean"/> adds.</summary>
    public int Widest => _lines.Widest - ((int)Math.Ceiling(LineNormalizer.Height * _options.Slant) + 1);

    /// <summary>Decodes a line that <see cref="LineNormalizer"/> brought to its height, at most <see cref="Widest"/> columns long.</summary>
    public LineReading Decode(GrayImage line, CancellationCheck? check = null)
    {
        IReadOnlyList<LineScores> straight = _lines.ScoresOfEach(line);
        var lattice = Lattice.Of(line, _digits);
        LineScores[][] looks = Looks(line, straight, check);
        check?.ThrowIfCancelled();
        var texts = new Dictionary<string, string>();
        IEnumerable<Hypothesis> byNetworks = straight.SelectMany(scores => _decoder.Decode(scores, _options.Proposals));
        Add(texts, byNetworks.Concat(LatticeDecoder.Decode(lattice, _grammar, _options.LatticeBeam).Take(_options.Proposals)), _ => true);
        List<LineAnswer> answers = Valued(texts, looks, lattice);
        if (_grammar is null)
        {
            return new LineReading(line, straight[0], looks, lattice, Ranked(answers, Total(answers)));
        }

        // Texts that violate the grammar take part with their prior, so that a field which says something else ends as unsure.
        double violation = Math.Log(_options.ViolationPrior);
        Hypothesis[] unbound = [.. straight.SelectMany(scores => _free.Decode(scores, _options.Unbound))];
        var refused = new Dictionary<string, string>();
        Add(refused, unbound.Concat(LatticeDecoder.Decode(lattice, null, _options.LatticeBeam).Take(_options.Unbound)), digits => !texts.ContainsKey(digits));
        List<LineAnswer> others = Valued(refused, looks, lattice);
        double total = Ctc.Sum(Total(answers), Total(others) + violation);
        return new LineReading(line, straight[0], looks, lattice, Ranked(answers, total))
        {
            Unbound = [.. unbound.Select(hypothesis => hypothesis.Text)],
            Refused = Ranked(others, total - violation),
        };
    }

    // [networks][views] the scores of digits and letters alone; the first view is the line as it is.
    private LineScores[][] Looks(GrayImage line, IReadOnlyList<LineScores> straight, CancellationCheck? check)
    {
        double shift = _options.Shift;
        double slant = _options.Slant;
        GrayImage[] changed = [LineShift.Lower(line, -shift), LineShift.Lower(line, shift), LineShift.Lean(line, -slant), LineShift.Lean(line, slant)];
        IReadOnlyList<LineScores>[] looks =
        [
            straight,
            .. changed.Select(view =>
            {
                check?.ThrowIfCancelled();
                return _lines.ScoresOfEach(view);
            }),
        ];
        return [.. straight.Select((_, network) => looks.Select(look => look[network].Only(char.IsAsciiLetterOrDigit)).ToArray())];
    }

    // The likeliest come first, so of texts with the same digits the first stays.
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

    // The texts with their scores by both; without those that a line network considers impossible.
    private List<LineAnswer> Valued(Dictionary<string, string> texts, LineScores[][] looks, Lattice lattice)
    {
        List<LineAnswer> answers = [];
        foreach ((string digits, string text) in texts)
        {
            if (LineReading.ByNetwork(looks, digits) is { } network)
            {
                double? byLattice = LatticeDecoder.Align(lattice, digits)?.Value;
                double least = _options.LeastByLattice;
                answers.Add(new LineAnswer(text, 0, network, byLattice)
                {
                    Value = network + (_options.LatticeWeight * Math.Max(least, byLattice ?? least)),
                });
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
