using Cifra.Data.Mnist;
using Cifra.Numerics;

namespace Cifra.Evaluation;

/// <summary>Accuracy on MNIST's test part with its corrected labels (<see cref="CorrectedLabels"/>).</summary>
/// <param name="Images">Pictures that count: those whose label stands, and those with a corrected one.</param>
/// <param name="Correct">How many of them were read right.</param>
/// <param name="Relabelled">Pictures whose label is replaced by the digit that most reviewers saw.</param>
/// <param name="LeftOut">Pictures that do not count, because reviewers agreed on no digit.</param>
public sealed record CorrectedScore(int Images, int Correct, int Relabelled, int LeftOut)
{
    /// <summary>The part of the pictures read right, 0..1.</summary>
    public double Accuracy => (double)Correct / Images;

    /// <summary>The 95 % interval of the accuracy.</summary>
    public WilsonInterval Interval95 => WilsonInterval.At95(Correct, Images);

    /// <summary>The score, or null where the pictures are not MNIST's test part.</summary>
    public static CorrectedScore? Of(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return CorrectedLabels.AreOf(predictions.Set) ? Count(predictions.Set.Labels, predictions.Read, CorrectedLabels.All) : null;
    }

    /// <summary>The score with corrections of its own.</summary>
    internal static CorrectedScore Count(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> read, IReadOnlyList<CorrectedLabel> corrections)
    {
        int correct = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            correct += read[i] == labels[i] ? 1 : 0;
        }

        int leftOut = 0;
        foreach (CorrectedLabel label in corrections)
        {
            correct -= read[label.Index] == labels[label.Index] ? 1 : 0;
            correct += read[label.Index] == label.Corrected ? 1 : 0;
            leftOut += label.Corrected is null ? 1 : 0;
        }

        return new CorrectedScore(labels.Length - leftOut, correct, corrections.Count - leftOut, leftOut);
    }
}
