namespace Cifra.Evaluation;

/// <summary>The pictures whose confidence falls in one range: does the confidence keep its word there?</summary>
/// <param name="Lower">The confidences are above this,</param>
/// <param name="Upper">and not above this.</param>
/// <param name="Count">Number of pictures.</param>
/// <param name="Confidence">Their mean confidence; 0 where there are none.</param>
/// <param name="Accuracy">The part of them read right; 0 where there are none.</param>
public sealed record ReliabilityBin(double Lower, double Upper, int Count, double Confidence, double Accuracy);
