namespace Cifra.Network.Lines;

/// <summary>Output of a line network: for each step from left to right, the probability of each symbol, and of none.</summary>
/// <remarks>A symbol may take several steps, and <em>blank</em> parts two of the same: connectionist temporal classification (Graves et al. 2006).</remarks>
public sealed class LineScores
{
    private readonly float[] _logarithms;

    /// <summary>Scores of a line.</summary>
    /// <param name="symbols">What the classes mean; the blank comes after them.</param>
    /// <param name="logarithms">[steps x (symbols + 1)] natural logarithms of probabilities, each step's summing to 1.</param>
    /// <param name="columns">Columns of a step.</param>
    internal LineScores(string symbols, float[] logarithms, int columns)
    {
        Symbols = symbols;
        _logarithms = logarithms;
        Columns = columns;
        Steps = logarithms.Length / Classes;
    }

    /// <summary>What the classes mean, in their order; the blank's is the number of them.</summary>
    public string Symbols { get; }

    /// <summary>Symbols and the blank.</summary>
    public int Classes => Symbols.Length + 1;

    /// <summary>Class of "no symbol here".</summary>
    public int Blank => Symbols.Length;

    /// <summary>Steps from left to right.</summary>
    public int Steps { get; }

    /// <summary>Columns of the normalized line that a step is for.</summary>
    public int Columns { get; }

    /// <summary>[<see cref="Classes"/>] logarithms of the probabilities at a step.</summary>
    public ReadOnlySpan<float> At(int step) => _logarithms.AsSpan(step * Classes, Classes);

    /// <summary>The symbols of the likeliest path: the likeliest class of each step, repeats and blanks left out.</summary>
    public string BestPath()
    {
        Span<char> text = stackalloc char[Steps];
        int length = 0;
        int last = Blank;
        for (int step = 0; step < Steps; step++)
        {
            int best = Likeliest(step);
            if (best != last && best != Blank)
            {
                text[length++] = Symbols[best];
            }

            last = best;
        }

        return new string(text[..length]);
    }

    /// <summary>The likeliest class of a step.</summary>
    public int Likeliest(int step)
    {
        ReadOnlySpan<float> row = At(step);
        int best = 0;
        for (int k = 1; k < row.Length; k++)
        {
            best = row[k] > row[best] ? k : best;
        }

        return best;
    }

    /// <summary>The same with some symbols only; what is said of the others counts as said of none.</summary>
    /// <param name="wanted">Whether a symbol stays.</param>
    public LineScores Only(Func<char, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        int[] kept = [.. Enumerable.Range(0, Symbols.Length).Where(k => wanted(Symbols[k]))];
        float[] logarithms = new float[Steps * (kept.Length + 1)];
        for (int step = 0; step < Steps; step++)
        {
            ReadOnlySpan<float> row = At(step);
            Span<float> to = logarithms.AsSpan(step * (kept.Length + 1), kept.Length + 1);
            double none = Math.Exp(row[Blank]);
            for (int k = 0, next = 0; k < Symbols.Length; k++)
            {
                if (next < kept.Length && kept[next] == k)
                {
                    to[next++] = row[k];
                }
                else
                {
                    none += Math.Exp(row[k]);
                }
            }

            to[^1] = (float)Math.Log(Math.Max(none, float.Epsilon));
        }

        return new LineScores(string.Concat(kept.Select(k => Symbols[k])), logarithms, Columns);
    }
}
