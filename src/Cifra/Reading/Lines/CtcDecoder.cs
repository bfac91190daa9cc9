using Cifra.Network.Lines;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Finds the likeliest texts of a line network's scores, within a grammar where one is known.</summary>
/// <remarks>
/// Prefix beam search (Graves 2008; Hannun et al. 2014). Each prefix in the beam has two probabilities, summed over all paths: that its last symbol was the
/// last step, and that a blank was. A prefix that no text of the grammar begins with is never followed.
/// </remarks>
internal sealed class CtcDecoder
{
    private readonly Grammar? _grammar;
    private readonly int _beam;
    private readonly float _leastSymbol;

    /// <summary>A decoder that searches as <see cref="LineDecoderOptions.Default"/> says.</summary>
    /// <param name="grammar">What lines may say; null takes any text.</param>
    public CtcDecoder(Grammar? grammar)
        : this(grammar, LineDecoderOptions.Default.NetworkBeam, LineDecoderOptions.Default.LeastSymbol)
    {
    }

    /// <summary>A decoder.</summary>
    /// <param name="grammar">What lines may say; null takes any text.</param>
    /// <param name="beam">Prefixes that are kept at each step.</param>
    /// <param name="leastSymbol">A symbol with a lower log-probability at a step is not tried there.</param>
    public CtcDecoder(Grammar? grammar, int beam, float leastSymbol)
    {
        _grammar = grammar;
        _beam = beam;
        _leastSymbol = leastSymbol;
    }

    /// <summary>The likeliest texts, likeliest first; none where no text of the grammar fits the line.</summary>
    /// <param name="scores">What the network says.</param>
    /// <param name="count">Most texts.</param>
    public IReadOnlyList<Hypothesis> Decode(LineScores scores, int count)
    {
        Prefix empty = new(null, '\0', _grammar?.Start) { InBlank = 0 };
        List<Prefix> beam = [empty];
        List<Prefix> reached = [];
        for (int step = 0; step < scores.Steps; step++)
        {
            reached.Clear();
            foreach (Prefix prefix in beam)
            {
                Advance(prefix, scores, step, reached);
            }

            beam = [.. reached.OrderByDescending(prefix => prefix.Next).Take(_beam)];
            foreach (Prefix prefix in reached)
            {
                prefix.EndStep();
            }
        }

        return [.. beam
            .Where(prefix => prefix.IsEnd)
            .Select(prefix => prefix.Text())
            .Select(text => new Hypothesis(text, Ctc.LogProbability(scores, text)))
            .OrderByDescending(hypothesis => hypothesis.LogProbability)
            .ThenBy(hypothesis => hypothesis.Text, StringComparer.Ordinal)
            .Take(count)];
    }

    private void Advance(Prefix prefix, LineScores scores, int step, List<Prefix> reached)
    {
        ReadOnlySpan<float> row = scores.At(step);
        prefix.Add(toBlank: Ctc.Sum(prefix.InBlank, prefix.InSymbol) + row[scores.Blank], Ctc.Never, reached);
        for (int k = 0; k < scores.Blank; k++)
        {
            char symbol = scores.Symbols[k];
            bool again = symbol == prefix.Last;
            if (again)
            {
                prefix.Add(Ctc.Never, prefix.InSymbol + row[k], reached);
            }

            if (row[k] >= _leastSymbol && prefix.Child(symbol, _grammar is not null) is { } child)
            {
                child.Add(Ctc.Never, (again ? prefix.InBlank : Ctc.Sum(prefix.InBlank, prefix.InSymbol)) + row[k], reached);
            }
        }
    }

    // A prefix of a text and its log-probability after the steps so far: with a blank at the end, and with its last symbol there.
    private sealed class Prefix(Prefix? parent, char last, GrammarState? state)
    {
        private readonly Dictionary<char, Prefix?> _children = [];
        private double _nextBlank = Ctc.Never;
        private double _nextSymbol = Ctc.Never;
        private bool _reached;

        public char Last => last;

        public double InBlank { get; set; } = Ctc.Never;

        public double InSymbol { get; private set; } = Ctc.Never;

        public double Next => Ctc.Sum(_nextBlank, _nextSymbol);

        public bool IsEnd => state?.IsEnd ?? true;

        public Prefix? Child(char symbol, bool bound)
        {
            if (!_children.TryGetValue(symbol, out Prefix? child))
            {
                GrammarState? next = state?.After(symbol);
                child = bound && next is null ? null : new Prefix(this, symbol, next);
                _children[symbol] = child;
            }

            return child;
        }

        public void Add(double toBlank, double toSymbol, List<Prefix> reached)
        {
            if (!_reached)
            {
                _reached = true;
                reached.Add(this);
            }

            _nextBlank = Ctc.Sum(_nextBlank, toBlank);
            _nextSymbol = Ctc.Sum(_nextSymbol, toSymbol);
        }

        public void EndStep()
        {
            (InBlank, InSymbol, _nextBlank, _nextSymbol, _reached) = (_nextBlank, _nextSymbol, Ctc.Never, Ctc.Never, false);
        }

        public string Text()
        {
            var symbols = new Stack<char>();
            for (Prefix prefix = this; prefix.Parent is not null; prefix = prefix.Parent)
            {
                symbols.Push(prefix.Last);
            }

            return new string([.. symbols]);
        }

        private Prefix? Parent => parent;
    }
}
