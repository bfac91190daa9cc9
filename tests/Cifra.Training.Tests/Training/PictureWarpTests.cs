using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class PictureWarpTests
{
    private const int Side = DigitInput.Side;

    private static readonly Augmentation Everything = new() { Shift = 2, Rotation = 12, Scale = 0.1, Shear = 0.15, Elastic = 0.6 };

    [Fact]
    public void Apply_NoChange_IsTheSamePicture()
    {
        DigitSet digits = DrawnDigits.Create(10, seed: 1);
        for (int i = 0; i < digits.Count; i++)
        {
            Bits.AssertSame(Levels(digits.Pixels(i)), Apply(Augmentation.None, digits.Pixels(i), i));
        }
    }

    [Fact]
    public void Apply_SameKey_SamePicture_AnotherKey_Another()
    {
        ReadOnlySpan<byte> picture = DrawnDigits.Create(1, seed: 1).Pixels(0);
        var warp = new PictureWarp(Everything);
        float[] first = new float[DigitInput.Size];
        float[] other = new float[DigitInput.Size];
        float[] again = new float[DigitInput.Size];

        warp.Apply(picture, first, seed: 1, epoch: 2, image: 3);
        foreach ((long seed, long epoch, long image) in ((long, long, long)[])[(2, 2, 3), (1, 3, 3), (1, 2, 4)])
        {
            warp.Apply(picture, other, seed, epoch, image);
            Assert.NotEqual(first, other);
        }

        new PictureWarp(Everything).Apply(picture, again, seed: 1, epoch: 2, image: 3); // what a warp did before does not matter
        Bits.AssertSame(first, again);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-3, 2)]
    [InlineData(0, -28)]
    [InlineData(5, 5)]
    public void Move_WholePixels_MovesExactly(int right, int down)
    {
        byte[] picture = DrawnDigits.Create(1, seed: 2).Pixels(0).ToArray();
        float[] moved = Move(picture, PictureWarp.Affine.Of(0, 1, 1, 0, shiftX: right, shiftY: down));

        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                (int fromX, int fromY) = (x + right, y + down);
                byte expected = fromX is >= 0 and < Side && fromY is >= 0 and < Side ? picture[(fromY * Side) + fromX] : (byte)0;
                Assert.Equal(expected, moved[(y * Side) + x]);
            }
        }
    }

    [Fact]
    public void Move_HalfAPixel_AveragesTwo()
    {
        byte[] picture = new byte[DigitInput.Size];
        picture[(10 * Side) + 10] = 200;

        float[] moved = Move(picture, PictureWarp.Affine.Of(0, 1, 1, 0, shiftX: 0.5f, shiftY: 0));

        Assert.Equal(100, moved[(10 * Side) + 9]);
        Assert.Equal(100, moved[(10 * Side) + 10]);
        Assert.Equal(200, moved.Sum());
    }

    [Fact]
    public void Move_QuarterTurn_TurnsAboutTheMiddle()
    {
        byte[] picture = DrawnDigits.Create(1, seed: 3).Pixels(0).ToArray();
        float[] moved = Move(picture, PictureWarp.Affine.Of(90, 1, 1, 0, 0, 0));

        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                Assert.Equal(picture[((Side - 1 - x) * Side) + y], moved[(y * Side) + x], 0.01f);
            }
        }
    }

    [Fact]
    public void Move_TwiceTheSize_SpreadsFromTheMiddle()
    {
        byte[] picture = new byte[DigitInput.Size];
        picture[(13 * Side) + 13] = 255; // half a pixel from the middle at 13.5, so its double is a pixel from it

        float[] moved = Move(picture, PictureWarp.Affine.Of(0, 2, 2, 0, 0, 0));

        Assert.Equal(4 * 255, moved.Sum(), 1f);
        Assert.Equal(12.5, CentreOf(moved).X, 1e-3);
        Assert.Equal(12.5, CentreOf(moved).Y, 1e-3);
    }

    [Fact]
    public void Move_Shear_KeepsRowsAndSlidesThem()
    {
        byte[] picture = new byte[DigitInput.Size];
        for (int y = 4; y < 24; y++)
        {
            picture[(y * Side) + 13] = 255;
        }

        float[] moved = Move(picture, PictureWarp.Affine.Of(0, 1, 1, shear: 0.5f, 0, 0));

        for (int y = 4; y < 24; y++)
        {
            float[] row = moved[(y * Side)..((y + 1) * Side)];
            Assert.Equal(255, row.Sum(), 0.1f);
            Assert.Equal(13 - (0.5 * (y - 13.5)), row.Select((level, x) => level * x).Sum() / 255, 1e-3);
        }
    }

    [Fact]
    public void Apply_ShiftOnly_MovesEvenlyWithinTheLimit()
    {
        // On a slope of 4 levels a pixel, a level tells how far the picture moved.
        byte[] slope = [.. Enumerable.Range(0, DigitInput.Size).Select(i => (byte)(4 * (i % Side)))];
        float[] moves = [.. Enumerable.Range(0, 400).Select(i => (Apply(new Augmentation { Shift = 3 }, slope, i)[(14 * Side) + 14] / 4) - 14)];

        Assert.All(moves, move => Assert.InRange(move, -3.001f, 3.001f));
        Assert.InRange(moves.Min(), -3, -2.8f);
        Assert.InRange(moves.Max(), 2.8f, 3);
        Assert.InRange(moves.Average(), -0.3f, 0.3f); // three times the deviation 3/√3/√400
    }

    [Fact]
    public void Apply_Everything_StaysInRangeAndKeepsMostInk()
    {
        DigitSet digits = DrawnDigits.Create(200, seed: 4);
        double before = 0;
        double after = 0;
        for (int i = 0; i < digits.Count; i++)
        {
            float[] changed = Apply(Everything, digits.Pixels(i), i);
            Assert.All(changed, level => Assert.InRange(level, 0, 255));
            before += Levels(digits.Pixels(i)).Sum();
            after += changed.Sum();
            Assert.InRange(changed.Sum() / Levels(digits.Pixels(i)).Sum(), 0.6, 1.5);
        }

        Assert.InRange(after / before, 0.95, 1.05);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(28)]
    public void Apply_ElasticOnly_MovesByItsDeviation(double smoothness)
    {
        byte[] slope = [.. Enumerable.Range(0, DigitInput.Size).Select(i => (byte)(9 * (i % Side)))];
        var elastic = new Augmentation { Elastic = 0.5, ElasticSmoothness = smoothness };
        double[] moves = [.. Enumerable.Range(0, 2000).Select(i => (Apply(elastic, slope, i)[(14 * Side) + 14] / 9.0) - 14)];

        double deviation = Math.Sqrt(moves.Select(move => move * move).Average());

        Assert.InRange(deviation, 0.3, 0.7);
        Assert.InRange(moves.Average(), -0.06, 0.06);
    }

    [Fact]
    public void Augmentation_SettingOutOfRange_IsRefused()
    {
        Augmentation[] wrong =
        [
            new() { Shift = -1 }, new() { Rotation = 181 }, new() { Scale = 1 }, new() { Shear = double.NaN }, new() { Elastic = 11 }, new() { ElasticSmoothness = 1 },
        ];

        Assert.All(wrong, augmentation => Assert.Throws<ArgumentOutOfRangeException>(augmentation.Check));
    }

    private static float[] Move(byte[] picture, PictureWarp.Affine affine)
    {
        float[] moved = new float[DigitInput.Size];
        new PictureWarp(Augmentation.None).Move(picture, moved, affine, elastic: false);
        return moved;
    }

    private static float[] Apply(Augmentation augmentation, ReadOnlySpan<byte> picture, int image)
    {
        float[] changed = new float[DigitInput.Size];
        new PictureWarp(augmentation).Apply(picture, changed, seed: 7, epoch: 0, image);
        return changed;
    }

    private static float[] Levels(ReadOnlySpan<byte> picture)
    {
        float[] levels = new float[picture.Length];
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = picture[i];
        }

        return levels;
    }

    private static (double X, double Y) CentreOf(float[] levels)
    {
        double ink = levels.Sum();
        return (levels.Select((level, i) => (double)level * (i % Side)).Sum() / ink, levels.Select((level, i) => (double)level * (i / Side)).Sum() / ink);
    }
}
