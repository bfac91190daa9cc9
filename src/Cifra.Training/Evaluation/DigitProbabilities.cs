namespace Cifra.Evaluation;

/// <summary>Whatever reads pictures: a classifier, or its average over moved pictures.</summary>
/// <param name="pixels">[N x 784] the pictures.</param>
/// <param name="probabilities">[N x 10] receives the probabilities.</param>
/// <param name="cancellation">Stops the reading.</param>
internal delegate void DigitProbabilities(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation);
