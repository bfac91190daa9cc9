using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>How well pictures are read at one strength of one corruption.</summary>
/// <param name="Strength">1 to 5; 0 for the pictures as they are.</param>
/// <param name="Dial">The strength in the corruption's own unit.</param>
/// <param name="Images">Number of pictures, 1 or more.</param>
/// <param name="Correct">How many of them were read right.</param>
public sealed record CorruptionPoint(int Strength, double Dial, int Images, int Correct)
{
    /// <summary>The part of the pictures read right, 0..1.</summary>
    public double Accuracy => (double)Correct / Images;

    /// <summary>The 95 % interval of the accuracy.</summary>
    public WilsonInterval Interval95 => WilsonInterval.At95(Correct, Images);
}
