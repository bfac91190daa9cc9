namespace Cifra.Evaluation.Comparison;

/// <summary>What a network costs, beside how well it reads.</summary>
/// <param name="Name">What to call it: a file name.</param>
/// <param name="Hash">Its identity, "sha256:…".</param>
/// <param name="Parameters">Numbers that it learned.</param>
/// <param name="Bytes">Size of its file, or of its numbers where it has none.</param>
/// <param name="Flops">Operations for one picture.</param>
/// <param name="Seconds">Wall-clock time of reading the pictures.</param>
public sealed record ComparedModel(string Name, string Hash, long Parameters, long Bytes, long Flops, double Seconds);
