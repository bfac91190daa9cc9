namespace Cifra.Data;

/// <summary>An opened data set: one part, or both.</summary>
/// <param name="Name">What it was opened as.</param>
/// <param name="Train">The pictures to learn from, or null.</param>
/// <param name="Test">The pictures to measure with, or null.</param>
/// <param name="Failures">Pictures that could not be read; empty for all sets but folders of pictures.</param>
public sealed record DigitData(string Name, DigitSet? Train, DigitSet? Test, IReadOnlyList<LoadFailure> Failures)
{
    /// <summary>What a network is measured on: the test part where there is one, else the only part.</summary>
    public DigitSet ForEvaluation => Test ?? Train ?? throw new InvalidOperationException($"{Name} has no part.");
}
