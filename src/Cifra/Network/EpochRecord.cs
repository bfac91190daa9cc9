namespace Cifra.Network;

/// <summary>One point of the learning curves: what an epoch of training measured.</summary>
/// <param name="Epoch">1 for the first.</param>
/// <param name="LearningRate">The rate of its last step.</param>
/// <param name="TrainLoss">Mean loss over the epoch's (augmented) pictures, each measured before its own step.</param>
/// <param name="TrainAccuracy">0..1, over the same pictures.</param>
/// <param name="ValidationLoss">Mean cross-entropy over the held-out pictures; null where none were held out.</param>
/// <param name="ValidationAccuracy">0..1, over the same; null where none were held out.</param>
/// <param name="Seconds">Wall-clock time of the epoch.</param>
/// <param name="WatchedAccuracy">0..1, over a set that is only watched and decides nothing; null where none is.</param>
public sealed record EpochRecord(
    int Epoch,
    double LearningRate,
    double TrainLoss,
    double TrainAccuracy,
    double? ValidationLoss,
    double? ValidationAccuracy,
    double Seconds,
    double? WatchedAccuracy = null)
{
    /// <summary>Whether every number is one: JSON can say 1e999, which reads as infinity and cannot be written again.</summary>
    internal bool Finite => double.IsFinite(
        LearningRate + TrainLoss + TrainAccuracy + (ValidationLoss ?? 0) + (ValidationAccuracy ?? 0) + Seconds + (WatchedAccuracy ?? 0));
}
