namespace Cifra.Network.Lines;

/// <summary>Finds where along a line the symbols of a text stand: the likeliest path that says it.</summary>
/// <remarks>Viterbi over the states of <see cref="Ctc"/>.</remarks>
internal static class CtcAlignment
{
    /// <summary>The steps that each symbol takes on the likeliest path.</summary>
    /// <param name="scores">What the network says.</param>
    /// <param name="text">A text with a probability above 0.</param>
    /// <returns>[L] first step, and the step after the last.</returns>
    public static (int First, int End)[] Of(LineScores scores, string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        int[] classes = [.. text.Select(symbol => scores.Symbols.IndexOf(symbol, StringComparison.Ordinal))];
        int states = (2 * classes.Length) + 1;
        double[] now = new double[states];
        int[,] from = new int[scores.Steps, states];
        Array.Fill(now, Ctc.Never);
        for (int step = 0; step < scores.Steps; step++)
        {
            double[] next = new double[states];
            ReadOnlySpan<float> row = scores.At(step);
            for (int s = 0; s < states; s++)
            {
                int best = s;
                double most = step == 0 ? (s <= 1 ? 0 : Ctc.Never) : now[s];
                if (step > 0 && s > 0 && now[s - 1] > most)
                {
                    (best, most) = (s - 1, now[s - 1]);
                }

                if (step > 0 && s > 1 && s % 2 == 1 && classes[s / 2] != classes[(s / 2) - 1] && now[s - 2] > most)
                {
                    (best, most) = (s - 2, now[s - 2]);
                }

                next[s] = most + row[s % 2 == 0 ? scores.Blank : classes[s / 2]];
                from[step, s] = best;
            }

            now = next;
        }

        var places = new (int First, int End)[classes.Length];
        int state = now[^1] >= now[^2] ? states - 1 : states - 2;
        for (int step = scores.Steps - 1; step >= 0; step--)
        {
            if (state % 2 == 1)
            {
                (int first, int end) = places[state / 2];
                places[state / 2] = (step, end == 0 ? step + 1 : end);
            }

            state = from[step, state];
        }

        return places;
    }
}
