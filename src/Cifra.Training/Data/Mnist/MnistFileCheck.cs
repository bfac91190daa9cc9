namespace Cifra.Data.Mnist;

/// <summary>What <see cref="MnistData.Verify"/> found of one file.</summary>
/// <param name="Name">The file's name without .gz.</param>
/// <param name="Path">Where it lies, or null where it does not.</param>
/// <param name="Fault">What is wrong with it, or null where its content is MNIST's to the bit.</param>
public sealed record MnistFileCheck(string Name, string? Path, string? Fault)
{
    /// <summary>Whether it is there and MNIST's to the bit.</summary>
    public bool IsGood => Fault is null;
}
