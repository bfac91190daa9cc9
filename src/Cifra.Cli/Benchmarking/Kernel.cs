namespace Cifra.Cli.Benchmarking;

/// <summary>One computation of one layer, ready to be timed on one thread.</summary>
/// <param name="Networks">The networks that have it.</param>
/// <param name="Layer">Kind and window: "convolution 3x3".</param>
/// <param name="Input">Size of one picture's input.</param>
/// <param name="Output">Size of one picture's output.</param>
/// <param name="Direction">"forward", "to input" (its gradient) or "to weights" (theirs).</param>
/// <param name="Method">"direct" or "Winograd".</param>
/// <param name="Flops">Operations for one picture by the direct method.</param>
/// <param name="Batch">Pictures that one run computes.</param>
/// <param name="Run">Computes it.</param>
/// <param name="Besides">Work that <paramref name="Run"/> does besides, whose time is taken off; null for none.</param>
internal sealed record Kernel(
    string Networks, string Layer, string Input, string Output, string Direction, string Method, long Flops, int Batch, Action Run, Action? Besides = null);
