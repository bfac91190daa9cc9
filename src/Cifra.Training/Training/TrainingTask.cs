using Cifra.Data;
using Cifra.Network;
using Cifra.Numerics;
using Cifra.Training.Lines;

namespace Cifra.Training;

/// <summary>What a training teaches, digits or lines: supplies pictures, loss and accuracy.</summary>
internal abstract class TrainingTask
{
    /// <summary>Pictures of an epoch.</summary>
    public abstract int Pictures { get; }

    /// <summary>Pictures that are added to every step.</summary>
    public virtual int MoreOfStep => 0;

    /// <summary>The task of a recipe.</summary>
    public static TrainingTask Of(Recipe recipe, DigitSet train, DigitSet? validation, TrainingOptions options, NeuralNetwork network) => recipe.Lines is null
        ? new DigitTask(recipe, train, validation, options, network)
        : new LineTask(recipe, recipe.Lines, train, validation, options, network);

    /// <summary>Fills a batch.</summary>
    /// <param name="epoch">Number of the epoch, 0 for the first.</param>
    /// <param name="start">Place of the batch's first picture in the epoch.</param>
    /// <param name="x">Becomes the pictures.</param>
    /// <param name="workers">The threads to use.</param>
    public abstract void Load(int epoch, int start, Tensor x, Workers workers);

    /// <summary>The loss of the batch that was loaded.</summary>
    /// <param name="x">The pictures.</param>
    /// <param name="logits">The network's scores.</param>
    /// <param name="gradient">Receives the gradient of the mean loss.</param>
    /// <param name="workers">The threads to use.</param>
    /// <returns>The sum of the pictures' losses, and how many are read right.</returns>
    public abstract (double Loss, int Correct) Measure(Tensor x, Tensor logits, Tensor gradient, Workers workers);

    /// <summary>Loss and accuracy on the held-out pictures; null where there are none.</summary>
    /// <exception cref="InvalidDataException">A score is no number.</exception>
    public abstract (double Loss, double Accuracy)? Validate(NeuralNetwork network);

    /// <summary>Accuracy on <see cref="TrainingOptions.Watched"/>; null where there are none.</summary>
    /// <exception cref="InvalidDataException">A score is no number.</exception>
    public abstract double? Watch(NeuralNetwork network);

    /// <summary>Finishes the trained network (fits its confidence on the held-out pictures, or rounds its weights) and completes its card.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InvalidDataException">A score is no number.</exception>
    public abstract ModelCard Finish(NeuralNetwork network, ModelCard card, CancellationToken cancellation);
}
