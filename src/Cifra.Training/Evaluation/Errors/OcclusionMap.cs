using Cifra.Network;

namespace Cifra.Evaluation.Errors;

/// <summary>Where a reading comes from: how much less likely the digit read becomes when a patch of the picture is covered with paper.</summary>
/// <remarks>
/// A patch of 6x6 pixels is centred in turn on each of 14x14 cells of 2x2 pixels. Source: Zeiler, Fergus, Visualizing and Understanding
/// Convolutional Networks (2013), arXiv:1311.2901, section 4.2, with paper for their grey.
/// </remarks>
internal sealed class OcclusionMap
{
    /// <summary>Cells across and down: 14.</summary>
    public const int Side = DigitInput.Side / Cell;

    private const int Cell = 2;
    private const int Margin = 2; // of the patch around its cell

    private readonly float[] _drops;

    private OcclusionMap(float[] drops) => _drops = drops;

    /// <summary>
    /// [14 x 14] row by row, the probability of the digit read less what is left of it when the patch is covered, -1..1. Above 0 what is
    /// there speaks for the reading, below 0 against it.
    /// </summary>
    public ReadOnlySpan<float> Drops => _drops;

    /// <summary>Covers a picture patch by patch.</summary>
    /// <param name="reader">What reads.</param>
    /// <param name="picture">[784] the picture.</param>
    /// <param name="read">The digit whose probability is watched.</param>
    /// <param name="probability">That probability for the picture as it is.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static OcclusionMap Of(DigitProbabilities reader, ReadOnlySpan<byte> picture, int read, float probability, CancellationToken cancellation)
    {
        byte[] covered = new byte[Side * Side * DigitInput.Size];
        for (int cell = 0; cell < Side * Side; cell++)
        {
            Span<byte> one = covered.AsSpan(cell * DigitInput.Size, DigitInput.Size);
            picture.CopyTo(one);
            Cover(one, cell / Side * Cell, cell % Side * Cell);
        }

        float[] probabilities = new float[Side * Side * Predictions.Classes];
        reader(covered, probabilities, cancellation);
        float[] drops = new float[Side * Side];
        for (int cell = 0; cell < drops.Length; cell++)
        {
            drops[cell] = probability - probabilities[(cell * Predictions.Classes) + read];
        }

        return new OcclusionMap(drops);
    }

    private static void Cover(Span<byte> picture, int top, int left)
    {
        int from = Math.Max(0, left - Margin);
        int to = Math.Min(DigitInput.Side, left + Cell + Margin);
        for (int y = Math.Max(0, top - Margin); y < Math.Min(DigitInput.Side, top + Cell + Margin); y++)
        {
            picture.Slice((y * DigitInput.Side) + from, to - from).Clear();
        }
    }
}
