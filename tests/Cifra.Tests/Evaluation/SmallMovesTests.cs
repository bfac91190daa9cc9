using Cifra.Data;
using Cifra.Evaluation;

namespace Cifra.Tests.Evaluation;

public sealed class SmallMovesTests
{
    private const int Middle = 14;

    // One dot, right of the middle by one pixel. The reader says 1 where most ink is left of column 14, else 2. Of the shifts those by
    // two to the left carry it there: one column of five. A turn of the dot, close to the centre, does not move it that far.
    [Fact]
    public void ReadAs_DotBesideALine_CountsTheMovesThatCrossIt()
    {
        byte[] picture = new byte[DigitSet.PictureSize];
        picture[(Middle * DigitSet.Side) + Middle + 1] = 200;

        Assert.Equal(5, SmallMoves.ReadAs(ReadSide, picture, 1, CancellationToken.None));
        Assert.Equal(SmallMoves.Count - 5, SmallMoves.ReadAs(ReadSide, picture, 2, CancellationToken.None));
    }

    [Fact]
    public void Write_TwelfthMove_IsThePictureItself()
    {
        DigitSet set = DrawnDigits.Create(1, seed: 3);
        byte[] moves = new byte[SmallMoves.Count * DigitSet.PictureSize];

        SmallMoves.Write(set.Pixels(0), moves);

        Assert.Equal(set.Pixels(0).ToArray(), moves.AsSpan(12 * DigitSet.PictureSize, DigitSet.PictureSize).ToArray());
        Assert.Equal(SmallMoves.Count, moves.Chunk(DigitSet.PictureSize).DistinctBy(Convert.ToHexString).Count());
    }

    [Fact]
    public void Write_Turns_KeepTheInkAndTurnBothWays()
    {
        byte[] picture = new byte[DigitSet.PictureSize];
        for (int y = 4; y < 24; y++)
        {
            picture[(y * DigitSet.Side) + 13] = picture[(y * DigitSet.Side) + 14] = 255; // an upright bar, symmetric
        }

        byte[] moves = new byte[SmallMoves.Count * DigitSet.PictureSize];
        SmallMoves.Write(picture, moves);

        for (int turn = 25; turn < SmallMoves.Count; turn++)
        {
            byte[] turned = moves.AsSpan(turn * DigitSet.PictureSize, DigitSet.PictureSize).ToArray();
            byte[] opposite = moves.AsSpan((SmallMoves.Count - 1 - (turn - 25)) * DigitSet.PictureSize, DigitSet.PictureSize).ToArray();
            Assert.InRange(turned.Sum(p => p), 0.97 * picture.Sum(p => p), 1.03 * picture.Sum(p => p));
            byte[] mirrored = [.. turned.Chunk(DigitSet.Side).SelectMany(row => row.Reverse())];
            Assert.All(mirrored.Zip(opposite), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1)); // a mirror turns the other way
        }
    }

    private static void ReadSide(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation)
    {
        for (int n = 0; n < pixels.Length / DigitSet.PictureSize; n++)
        {
            int left = 0;
            int right = 0;
            for (int p = 0; p < DigitSet.PictureSize; p++)
            {
                int ink = pixels[(n * DigitSet.PictureSize) + p];
                _ = p % DigitSet.Side < Middle ? left += ink : right += ink;
            }

            PredictionSamples.Row(left > right ? 1 : 2, 0.9f).CopyTo(probabilities[(n * 10)..]);
        }
    }
}
