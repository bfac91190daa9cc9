using Cifra.Network;

namespace Cifra.Training;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">Epoch that runs, 1 for the first.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Step">Steps taken in all.</param>
/// <param name="Steps">Steps of the whole training.</param>
/// <param name="ImagesPerSecond">Speed since the training was started or resumed.</param>
/// <param name="Remaining">Time that the rest takes at that speed.</param>
/// <param name="Loss">Mean loss of this epoch so far.</param>
/// <param name="Accuracy">Accuracy of this epoch so far, 0..1.</param>
/// <param name="Resumed">Whether this training continues an earlier one.</param>
/// <param name="Finished">The epoch that this call is about the end of; null in the middle of one.</param>
public sealed record TrainingProgress(
    int Epoch,
    int Epochs,
    long Step,
    long Steps,
    double ImagesPerSecond,
    TimeSpan Remaining,
    double Loss,
    double Accuracy,
    bool Resumed,
    EpochRecord? Finished);
