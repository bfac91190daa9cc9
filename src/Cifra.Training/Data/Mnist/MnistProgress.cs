namespace Cifra.Data.Mnist;

/// <summary>A point in the download of MNIST.</summary>
/// <param name="File">The file's name without .gz.</param>
/// <param name="Source">Where it comes from; null for a file that was there already.</param>
/// <param name="Bytes">Bytes on the disk, those of an earlier, interrupted run included.</param>
/// <param name="Total">Bytes that it will be, or null where the mirror does not say.</param>
/// <param name="Fault">Why the attempt on this mirror failed, or null while it goes well.</param>
public sealed record MnistProgress(string File, Uri? Source, long Bytes, long? Total, string? Fault = null);
