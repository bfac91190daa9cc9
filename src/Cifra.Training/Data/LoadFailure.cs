namespace Cifra.Data;

/// <summary>A picture of a data set that could not be read; the others were.</summary>
/// <param name="Source">The file.</param>
/// <param name="Reason">What is wrong with it, and where.</param>
public sealed record LoadFailure(string Source, string Reason);
