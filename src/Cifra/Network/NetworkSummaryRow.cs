namespace Cifra.Network;

/// <summary>One line of <see cref="NetworkSummary"/>.</summary>
/// <param name="Layer">Kind of the layer.</param>
/// <param name="Setting">Its window or rate; empty where it has none.</param>
/// <param name="Output">Size of its output for one image: "16x28x28".</param>
/// <param name="Parameters">Numbers that it learns.</param>
/// <param name="MegaFlops">Millions of multiplications and additions for one image.</param>
public sealed record NetworkSummaryRow(string Layer, string Setting, string Output, long Parameters, double MegaFlops);
