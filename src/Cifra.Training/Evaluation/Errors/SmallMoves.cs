using Cifra.Imaging;
using Cifra.Network;
using Cifra.Training;

namespace Cifra.Evaluation.Errors;

/// <summary>The small shifts and turns that an error is tried under: what a reader does not even see should not change a reading.</summary>
internal static class SmallMoves
{
    /// <summary>Moves of a picture: 25 shifts of up to two pixels, the picture as it is among them, and 8 turns of up to ten degrees.</summary>
    public const int Count = 33;

    private const int MostShift = 2;

    private static readonly float[] Degrees = [-10, -7.5f, -5, -2.5f, 2.5f, 5, 7.5f, 10];

    /// <summary>Writes all moves of a picture.</summary>
    /// <param name="picture">[784] the picture.</param>
    /// <param name="moves">[33 x 784] receives them.</param>
    public static void Write(ReadOnlySpan<byte> picture, Span<byte> moves)
    {
        int move = 0;
        for (int down = -MostShift; down <= MostShift; down++)
        {
            for (int right = -MostShift; right <= MostShift; right++)
            {
                ShiftedPicture.Write(picture, moves.Slice(move++ * DigitInput.Size, DigitInput.Size), right, down);
            }
        }

        var warp = new PictureWarp(Augmentation.None);
        float[] levels = new float[DigitInput.Size];
        foreach (float degrees in Degrees)
        {
            warp.Move(picture, levels, PictureWarp.Affine.Of(degrees, 1, 1, 0, 0, 0), elastic: false);
            Span<byte> turned = moves.Slice(move++ * DigitInput.Size, DigitInput.Size);
            for (int p = 0; p < levels.Length; p++)
            {
                turned[p] = (byte)MathF.Round(levels[p]);
            }
        }
    }

    /// <summary>How many of the moves are read as a digit.</summary>
    /// <param name="reader">What reads.</param>
    /// <param name="picture">[784] the picture.</param>
    /// <param name="digit">The digit.</param>
    /// <param name="cancellation">Stops it.</param>
    public static int ReadAs(DigitProbabilities reader, ReadOnlySpan<byte> picture, int digit, CancellationToken cancellation)
    {
        byte[] moves = new byte[Count * DigitInput.Size];
        float[] probabilities = new float[Count * Predictions.Classes];
        Write(picture, moves);
        reader(moves, probabilities, cancellation);
        int read = 0;
        for (int move = 0; move < Count; move++)
        {
            ReadOnlySpan<float> row = probabilities.AsSpan(move * Predictions.Classes, Predictions.Classes);
            read += Predictions.Likeliest(row) == digit ? 1 : 0;
        }

        return read;
    }
}
