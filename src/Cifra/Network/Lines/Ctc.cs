namespace Cifra.Network.Lines;

/// <summary>The probability that a line says a text, summed over all ways to spread its symbols over the steps.</summary>
/// <remarks>
/// Graves, Fernández, Gomez, Schmidhuber 2006, "Connectionist temporal classification". A text of L symbols is a chain of 2L + 1 states, a blank before,
/// between
/// and after its symbols; a path stays, goes on to the next state, or leaps a blank between two different symbols.
/// </remarks>
internal static class Ctc
{
    /// <summary>The logarithm of no probability at all.</summary>
    public const double Never = double.NegativeInfinity;

    /// <summary>Least number of steps that a text takes: one a symbol, and one between two of the same.</summary>
    public static int LeastSteps(ReadOnlySpan<int> text)
    {
        int steps = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            steps += text[i] == text[i - 1] ? 1 : 0;
        }

        return steps;
    }

    /// <summary>The natural logarithm of a text's probability; <see cref="Never"/> where the line is too short for it, or a symbol is unknown.</summary>
    public static double LogProbability(LineScores scores, ReadOnlySpan<char> text)
    {
        Span<int> classes = stackalloc int[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            classes[i] = scores.Symbols.IndexOf(text[i], StringComparison.Ordinal);
            if (classes[i] < 0)
            {
                return Never;
            }
        }

        int states = (2 * text.Length) + 1;
        Span<double> now = new double[states];
        Span<double> next = new double[states];
        now.Fill(Never);
        now[0] = 0;
        for (int step = 0; step < scores.Steps; step++)
        {
            Advance(scores.At(step), classes, now, next, first: step == 0);
            Span<double> last = now;
            now = next;
            next = last;
        }

        return Sum(now[^1], states > 1 ? now[^2] : Never);
    }

    /// <summary>One step onward: <paramref name="next"/> receives the logarithm of the probability of being in each state after it.</summary>
    /// <param name="row">Logarithms of the step's probabilities; the blank's is the last.</param>
    /// <param name="text">Classes of the text's symbols.</param>
    /// <param name="now">[2L + 1] before the step; before the first one, 0 for the first state and <see cref="Never"/> elsewhere.</param>
    /// <param name="next">[2L + 1] receives the state after it.</param>
    /// <param name="first">Whether it is the first step, which may begin with the first blank or the first symbol.</param>
    public static void Advance(ReadOnlySpan<float> row, ReadOnlySpan<int> text, ReadOnlySpan<double> now, Span<double> next, bool first)
    {
        float blank = row[^1];
        for (int s = 0; s < next.Length; s++)
        {
            if (first)
            {
                next[s] = s == 0 ? blank : s == 1 ? row[text[0]] : Never;
                continue;
            }

            double into = s > 0 ? Sum(now[s], now[s - 1]) : now[s];
            if (s % 2 == 0)
            {
                next[s] = into + blank;
                continue;
            }

            int symbol = text[s / 2];
            if (s > 1 && symbol != text[(s / 2) - 1])
            {
                into = Sum(into, now[s - 2]);
            }

            next[s] = into + row[symbol];
        }
    }

    /// <summary>log(eᵃ + eᵇ).</summary>
    public static double Sum(double a, double b)
    {
        (double more, double less) = a >= b ? (a, b) : (b, a);
        return less == Never ? more : more + Math.Log(1 + Math.Exp(less - more));
    }
}
