using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Tests.Network.Lines;

/// <summary>Scores of lines that no network made, and what they say by counting every path.</summary>
internal static class LineScoresMaker
{
    /// <summary>Random scores over some symbols.</summary>
    public static LineScores Random(string symbols, int steps, long seed)
    {
        var random = new SeededRandom(seed);
        int classes = symbols.Length + 1;
        float[] logarithms = new float[steps * classes];
        for (int step = 0; step < steps; step++)
        {
            double[] weights = [.. Enumerable.Range(0, classes).Select(_ => Math.Exp(2 * random.NextGaussian()))];
            for (int k = 0; k < classes; k++)
            {
                logarithms[(step * classes) + k] = (float)Math.Log(weights[k] / weights.Sum());
            }
        }

        return new LineScores(symbols, logarithms, columns: 4);
    }

    /// <summary>Scores of a line that shows one class at each step, as good as surely; a space is the blank.</summary>
    public static LineScores Sure(string symbols, string steps)
    {
        int classes = symbols.Length + 1;
        float[] logarithms = new float[steps.Length * classes];
        const double Rest = 1e-3;
        for (int step = 0; step < steps.Length; step++)
        {
            int shown = steps[step] == ' ' ? symbols.Length : symbols.IndexOf(steps[step], StringComparison.Ordinal);
            for (int k = 0; k < classes; k++)
            {
                logarithms[(step * classes) + k] = (float)Math.Log(k == shown ? 1 - (Rest * (classes - 1)) : Rest);
            }
        }

        return new LineScores(symbols, logarithms, columns: 4);
    }

    /// <summary>The probability of every text: all paths are written out, and each one's repeats and then its blanks are struck out.</summary>
    public static Dictionary<string, double> ByCounting(LineScores scores)
    {
        var texts = new Dictionary<string, double>();
        int paths = (int)Math.Pow(scores.Classes, scores.Steps);
        for (int path = 0; path < paths; path++)
        {
            double logarithm = 0;
            int last = -1;
            string text = "";
            for (int step = 0, rest = path; step < scores.Steps; step++, rest /= scores.Classes)
            {
                int k = rest % scores.Classes;
                logarithm += scores.At(step)[k];
                text += k != last && k != scores.Blank ? scores.Symbols[k] : "";
                last = k;
            }

            texts[text] = texts.GetValueOrDefault(text) + Math.Exp(logarithm);
        }

        return texts;
    }
}
