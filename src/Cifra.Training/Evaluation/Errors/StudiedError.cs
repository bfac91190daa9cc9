namespace Cifra.Evaluation.Errors;

/// <summary>A closer look at one error.</summary>
/// <param name="Image">Which picture, what it shows and what was read.</param>
/// <param name="Confidence">The probability of the digit read.</param>
/// <param name="RightMoves">How many of the <paramref name="Moves"/> are read as the digit shown.</param>
/// <param name="Moves">Small shifts and turns of the picture that were read: 25 shifts of up to two pixels, 8 turns of up to ten degrees.</param>
internal sealed record StudiedError(RankedImage Image, double Confidence, int RightMoves, int Moves)
{
    /// <summary>The part of the moves read right from which on an error is fragile.</summary>
    public const double FragileFrom = 0.25;

    /// <summary>
    /// Whether the error hangs on where exactly the picture lies: a quarter of its small moves or more are read right. Otherwise it is firm:
    /// the network means it.
    /// </summary>
    public bool IsFragile => RightMoves >= FragileFrom * Moves;

    /// <summary>Where the network looked; null where nobody asked.</summary>
    public OcclusionMap? Look { get; init; }

    /// <summary>The nearest training pictures, nearest first; empty where no training set was given.</summary>
    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];
}
