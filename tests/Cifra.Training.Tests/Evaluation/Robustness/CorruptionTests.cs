using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation.Robustness;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Evaluation.Robustness;

public sealed class CorruptionTests
{
    private const int Side = DigitInput.Side;

    private static readonly DigitSet Digits = DrawnDigits.Create(20, seed: 3);

    public static TheoryData<string> Names => [.. Corruptions.All.Select(corruption => corruption.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_EachStrength_ChangesThePictureTheMoreTheStronger(string name)
    {
        Corruption corruption = Corruptions.All.Single(one => one.Name == name);
        double[] far = [.. corruption.Dial.Select(dial => Enumerable.Range(0, Digits.Count).Average(i => Distance(Digits.Pixels(i), Apply(corruption, Digits.Pixels(i), dial, i))))];

        Assert.Equal(Corruption.Strengths, corruption.Dial.Count);
        Assert.True(far[0] > 0);
        Assert.Equal(far.Order(), far);
    }

    [Fact]
    public void All_NamesAndKeys_AreOfTheirOwn()
    {
        Assert.Equal(16, Corruptions.All.Select(corruption => corruption.Name).Distinct().Count());
        Assert.Equal(16, Corruptions.All.Select(corruption => corruption.Key).Distinct().Count());
    }

    [Fact]
    public void Shift_OnePixel_MovesExactlyInOneOfFourDirections()
    {
        byte[] from = Digits.Pixels(3).ToArray();
        var seen = new HashSet<(int, int)>();
        for (int i = 0; i < 40; i++)
        {
            byte[] to = Apply(new ShiftCorruption(), from, 1, i);
            (int X, int Y)[] directions = [(1, 0), (-1, 0), (0, 1), (0, -1)];
            seen.Add(Assert.Single(directions, direction => to.SequenceEqual(Moved(from, direction.X, direction.Y))));
        }

        Assert.Equal(4, seen.Count);
    }

    [Theory]
    [InlineData("rotation")]
    [InlineData("shear")]
    public void RotationAndShear_MildOnes_KeepTheInk(string name)
    {
        Corruption corruption = Corruptions.All.Single(one => one.Name == name);
        byte[] to = Apply(corruption, Digits.Pixels(2), corruption.Dial[0], 1);

        Assert.InRange(Ink(to), 0.95 * Ink(Digits.Pixels(2)), 1.05 * Ink(Digits.Pixels(2)));
    }

    [Fact]
    public void Rotation_QuarterTurn_MovesACornerToTheNext()
    {
        byte[] from = new byte[DigitInput.Size];
        from[0] = 200;
        int[] corners = [Side - 1, Side * (Side - 1)]; // turned to the right or to the left

        byte[] to = Apply(new RotationCorruption(), from, 90, 1);

        Assert.Contains(Array.IndexOf(to, (byte)200), corners);
        Assert.Equal(200, Ink(to));
    }

    [Fact]
    public void Scale_FactorTwo_DoublesOrHalvesTheWidth()
    {
        byte[] bar = new byte[DigitInput.Size];
        for (int y = 0; y < Side; y++)
        {
            bar.AsSpan((y * Side) + 10, 8).Fill(255); // in the middle, 8 wide
        }

        int[] widths = [.. Enumerable.Range(0, 20).Select(i => Apply(new ScaleCorruption(), bar, 2, i)).Select(to => to.AsSpan(14 * Side, Side).Count((byte)255))];

        Assert.All(widths, width => Assert.True(width is >= 3 and <= 4 or >= 14 and <= 16, $"{width}"));
        Assert.Equal(2, widths.Select(width => width > 8).Distinct().Count());
    }

    [Fact]
    public void ThickerAndThinner_HandMadeDot_GrowAndShrinkAsTheRadiusSays()
    {
        byte[] dot = new byte[DigitInput.Size];
        dot[(10 * Side) + 10] = 200;

        byte[] thick = Apply(new ThickerCorruption(), dot, 1, 0);
        byte[] thin = Apply(new ThinnerCorruption(), dot, 0.5, 0);

        Assert.Equal(200, thick[(10 * Side) + 11]);
        Assert.Equal(117, thick[(11 * Side) + 11]); // a diagonal is 1.414 away: (2 − 1.414)·200
        Assert.Equal(0, thick[(10 * Side) + 12]);
        Assert.Equal(127, thin[(10 * Side) + 10]); // half of a neighbour's paper, 255/2
        Assert.Equal(dot, Apply(new ThickerCorruption(), dot, 0, 0));
    }

    [Fact]
    public void Blur_AwayFromTheEdge_KeepsTheInkAndSpreadsItByTheDeviation()
    {
        byte[] dot = new byte[DigitInput.Size];
        dot.AsSpan((13 * Side) + 13, 2).Fill(255);
        dot.AsSpan((14 * Side) + 13, 2).Fill(255);

        byte[] to = Apply(new BlurCorruption(), dot, 1.5, 0);

        double variance = Enumerable.Range(0, to.Length).Sum(i => to[i] * ((i % Side) - 13.5) * ((i % Side) - 13.5)) / Ink(to);
        Assert.InRange(Ink(to), 0.97 * 4 * 255, 1.03 * 4 * 255);
        Assert.InRange(variance, 2.25, 2.7); // 1.5² and the dot's own 0.25, less what rounding takes from the tail
    }

    [Fact]
    public void Noise_Strengths_HaveTheDeviationOfTheDial()
    {
        byte[] grey = new byte[DigitInput.Size];
        Array.Fill(grey, (byte)128);

        byte[] to = Apply(new NoiseCorruption(), grey, 20, 5);

        Assert.InRange(Math.Sqrt(to.Average(level => (level - 128.0) * (level - 128.0))), 18, 22);
    }

    [Fact]
    public void Specks_Strengths_HitTheirShareAndThoseOfTheWeakerOnes()
    {
        byte[] grey = new byte[DigitInput.Size];
        Array.Fill(grey, (byte)128);

        byte[] few = Apply(new SpeckCorruption(), grey, 0.1, 5);
        byte[] many = Apply(new SpeckCorruption(), grey, 0.3, 5);

        Assert.InRange(few.Count(level => level is 0 or 255), 50, 110); // 78 of 784, give or take four deviations
        Assert.InRange(many.Count(level => level is 0 or 255), 185, 285);
        Assert.All(Enumerable.Range(0, few.Length).Where(i => few[i] != 128), i => Assert.Equal(few[i], many[i]));
    }

    [Fact]
    public void Contrast_Half_HalvesTheDistanceToTheMiddleGrey()
    {
        byte[] from = new byte[DigitInput.Size];
        from[0] = 255;

        byte[] to = Apply(new ContrastCorruption(), from, 0.5, 0);

        Assert.Equal((191, 64), (to[0], to[1])); // 127.5 ± 63.75, rounded
        Assert.Equal(from, Apply(new ContrastCorruption(), from, 1, 0));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(28)]
    public void Inversion_Twice_GivesThePictureBack(int rows)
    {
        byte[] once = Apply(new InversionCorruption(), Digits.Pixels(1), rows, 9);

        Assert.Equal(rows, Enumerable.Range(0, Side).Count(y => !once.AsSpan(y * Side, Side).SequenceEqual(Digits.Pixels(1).Slice(y * Side, Side))));
        Assert.Equal(Digits.Pixels(1).ToArray(), Apply(new InversionCorruption(), once, rows, 9));
    }

    [Fact]
    public void Gradient_OnBlack_ReachesFromNoneToTheDialAndLeavesFullInk()
    {
        byte[] from = new byte[DigitInput.Size];
        from[400] = 255;

        byte[] to = Apply(new GradientCorruption(), from, 200, 4);

        Assert.Equal(255, to[400]);
        to[400] = 0;
        Assert.Equal((0, 200), (to.Min(), to.Max()));
    }

    [Fact]
    public void Occlusion_Square_LiesOnInkAndIsOfThatSize()
    {
        byte[] white = new byte[DigitInput.Size];
        white.AsSpan((10 * Side) + 10, 5).Fill(255);
        Array.Fill(white, (byte)100, 0, 10 * Side);

        byte[] to = Apply(new OcclusionCorruption(), white, 3, 2);

        Assert.InRange(Enumerable.Range(0, 5).Count(x => to[(10 * Side) + 10 + x] == 0), 2, 3);
        Assert.Equal(new byte[DigitInput.Size], Apply(new OcclusionCorruption(), new byte[DigitInput.Size], 3, 2));
    }

    [Fact]
    public void Lines_OnBlack_GoFromEdgeToEdge()
    {
        byte[] to = Apply(new LineCorruption(), new byte[DigitInput.Size], 1, 6);

        Assert.InRange(Ink(to), 20 * 160, 45 * 160); // a chord past the middle of a square of 28, a pixel wide
    }

    [Fact]
    public void Jpeg_Quality100_IsNearTheOriginal()
    {
        byte[] to = Apply(new JpegCorruption(), Digits.Pixels(4), 100, 0);

        Assert.All(JpegCorruption.StepsOf(100), step => Assert.Equal(1, step));
        Assert.True(Enumerable.Range(0, to.Length).Max(i => Math.Abs(to[i] - Digits.Pixels(4)[i])) <= 3);
    }

    [Fact]
    public void Jpeg_FlatGrey_KeepsItsLevelToWithinAStep()
    {
        byte[] grey = new byte[DigitInput.Size];
        Array.Fill(grey, (byte)150);

        byte[] to = Apply(new JpegCorruption(), grey, 50, 0);

        Assert.Equal(16, JpegCorruption.StepsOf(50)[0]); // annex K's own table
        Assert.All(to, level => Assert.Equal(150, level)); // 8·(150 − 128) = 176 = 11 steps of 16
    }

    [Fact]
    public void Resolution_AllPixels_ChangesNothing() =>
        Assert.Equal(Digits.Pixels(4).ToArray(), Apply(new ResolutionCorruption(), Digits.Pixels(4), Side, 0));

    internal static byte[] Apply(Corruption corruption, ReadOnlySpan<byte> from, double dial, long key)
    {
        byte[] to = new byte[DigitInput.Size];
        corruption.Apply(from, to, dial, new SeededRandom(1, corruption.Key, key));
        return to;
    }

    private static byte[] Moved(byte[] from, int across, int down)
    {
        byte[] to = new byte[from.Length];
        for (int i = 0; i < to.Length; i++)
        {
            (int x, int y) = ((i % Side) - across, (i / Side) - down);
            to[i] = (uint)x < Side && (uint)y < Side ? from[(y * Side) + x] : (byte)0;
        }

        return to;
    }

    private static int Ink(ReadOnlySpan<byte> picture)
    {
        int sum = 0;
        foreach (byte level in picture)
        {
            sum += level;
        }

        return sum;
    }

    private static double Distance(ReadOnlySpan<byte> one, byte[] other)
    {
        double sum = 0;
        for (int i = 0; i < other.Length; i++)
        {
            sum += Math.Abs(one[i] - other[i]);
        }

        return sum;
    }
}
