namespace Cifra.Evaluation.Refusals;

/// <summary>One point of the error-reject curve.</summary>
/// <param name="Coverage">The part of the pictures that is accepted, 0..1.</param>
/// <param name="Confidence">The least confidence among them.</param>
/// <param name="Accepted">Number of pictures accepted.</param>
/// <param name="Errors">How many of those are wrong.</param>
/// <param name="Lower">Lower end of the error's 95 % interval, 0..1.</param>
/// <param name="Upper">Upper end of it, 0..1.</param>
public sealed record ErrorRejectPoint(double Coverage, double Confidence, int Accepted, int Errors, double Lower, double Upper)
{
    /// <summary>The part of the accepted that is wrong, 0..1.</summary>
    public double Error => (double)Errors / Accepted;
}
