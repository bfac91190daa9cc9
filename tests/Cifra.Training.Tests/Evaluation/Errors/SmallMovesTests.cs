using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation.Errors;
using Cifra.Network;

namespace Cifra.Tests.Evaluation.Errors;

public sealed class SmallMovesTests
{
    private const int Middle = 14;

    // One dot, right of the middle by one pixel. The reader says 1 where most ink is left of column 14, else 2. Of the shifts those by
    // two to the left carry it there: one column of five. A turn of the dot, close to the centre, does not move it that far.
    [Fact]
    public void ReadAs_DotBesideALine_CountsTheMovesThatCrossIt()
    {
        byte[] picture = new byte[DigitInput.Size];
        picture[(Middle * DigitInput.Side) + Middle + 1] = 200;

        Assert.Equal(5, SmallMoves.ReadAs(ReadSide, picture, 1, CancellationToken.None));
        Assert.Equal(SmallMoves.Count - 5, SmallMoves.ReadAs(ReadSide, picture, 2, CancellationToken.None));
    }

    [Fact]
    public void Write_TwelfthMove_IsThePictureItself()
    {
        DigitSet set = DrawnDigits.Create(1, seed: 3);
        byte[] moves = new byte[SmallMoves.Count * DigitInput.Size];

        SmallMoves.Write(set.Pixels(0), moves);

        Assert.Equal(set.Pixels(0).ToArray(), moves.AsSpan(12 * DigitInput.Size, DigitInput.Size).ToArray());
        Assert.Equal(SmallMoves.Count, moves.Chunk(DigitInput.Size).DistinctBy(Convert.ToHexString).Count());
    }

    [Fact]
    public void Write_Turns_KeepTheInkAndTurnBothWays()
    {
        byte[] picture = new byte[DigitInput.Size];
        for (int y = 4; y < 24; y++)
        {
            picture[(y * DigitInput.Side) + 13] = picture[(y * DigitInput.Side) + 14] = 255; // an upright bar, symmetric
        }

        byte[] moves = new byte[SmallMoves.Count * DigitInput.Size];
        SmallMoves.Write(picture, moves);

        for (int turn = 25; turn < SmallMoves.Count; turn++)
        {
            byte[] turned = moves.AsSpan(turn * DigitInput.Size, DigitInput.Size).ToArray();
            byte[] opposite = moves.AsSpan((SmallMoves.Count - 1 - (turn - 25)) * DigitInput.Size, DigitInput.Size).ToArray();
            Assert.InRange(turned.Sum(p => p), 0.97 * picture.Sum(p => p), 1.03 * picture.Sum(p => p));
            byte[] mirrored = [.. turned.Chunk(DigitInput.Side).SelectMany(row => row.Reverse())];
            Assert.All(mirrored.Zip(opposite), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1)); // a mirror turns the other way
        }
    }

    private static void ReadSide(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation)
    {
        for (int n = 0; n < pixels.Length / DigitInput.Size; n++)
        {
            int left = 0;
            int right = 0;
            for (int p = 0; p < DigitInput.Size; p++)
            {
                int ink = pixels[(n * DigitInput.Size) + p];
                _ = p % DigitInput.Side < Middle ? left += ink : right += ink;
            }

            PredictionSamples.Row(left > right ? 1 : 2, 0.9f).CopyTo(probabilities[(n * 10)..]);
        }
    }
}
