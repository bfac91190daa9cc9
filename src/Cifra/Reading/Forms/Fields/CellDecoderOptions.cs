namespace Cifra.Reading.Forms.Fields;

/// <summary>The hand-set numbers of <see cref="CellDecoder"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record CellDecoderOptions
{
    /// <summary>The values used everywhere.</summary>
    public static CellDecoderOptions Default { get; } = new();

    /// <summary>Number of texts that are kept from cell to cell: the width of the beam.</summary>
    public int BeamWidth { get; init; } = 60;

    /// <summary>Probability below which a digit is not tried in a cell.</summary>
    public double LeastDigit { get; init; } = 1e-4;

    /// <summary>Floor of a tried digit's probability, which keeps its logarithm finite.</summary>
    public double DigitFloor { get; init; } = 1e-6;

    /// <summary>Least probability that a cell with ink in it is empty.</summary>
    public double LeastEmpty { get; init; } = 0.002;

    /// <summary>Probability that a cell with ink in it is empty, as a part of the probability that the ink is no digit.</summary>
    public double EmptyOfNotADigit { get; init; } = 0.2;
}
