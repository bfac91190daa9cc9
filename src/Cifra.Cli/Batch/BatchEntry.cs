using Cifra.Reading;

namespace Cifra.Cli.Batch;

/// <summary>What a line of a batch's file says of a picture, as far as resuming needs it.</summary>
/// <param name="File">The picture.</param>
/// <param name="Sha256">The hash of its content; null where it could not be read.</param>
/// <param name="Networks">What read it; null where nothing did.</param>
/// <param name="Unsure">Whether a number in it was not accepted.</param>
internal sealed record BatchEntry(string File, string? Sha256, ReadingNetworks? Networks, bool Unsure);
