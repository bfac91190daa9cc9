using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Data.NonDigits;
using Cifra.Network;

namespace Cifra.Tests.Data.NonDigits;

public sealed class NonDigitDrawerTests
{
    private static readonly DigitSet Digits = DrawnDigits.Create(500, seed: 3);

    public static TheoryData<string> Names => [.. NonDigitDrawer.Families.Select(family => family.Name)];

    [Fact]
    public void Families_TrainedAndUnseen_AreEnoughAndTellable()
    {
        Assert.True(NonDigitDrawer.Families.Count(family => family.ForTraining) >= 8);
        Assert.True(NonDigitDrawer.Families.Count(family => !family.ForTraining) >= 6);
        Assert.Distinct(NonDigitDrawer.Families.Select(family => family.Name));
        Assert.Distinct(NonDigitDrawer.Families.Select(family => family.Key));
        Assert.All(NonDigitDrawer.Families, family => Assert.Same(family, NonDigitDrawer.Family(family.Name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_ManyThreadsInAnyOrder_SamePictures(string name)
    {
        NonDigitFamily family = NonDigitDrawer.Family(name);
        byte[][] expected = [.. Enumerable.Range(0, 60).Select(i => Picture(family, seed: 7, i))];
        byte[][] actual = new byte[expected.Length][];

        Parallel.For(0, expected.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            actual[expected.Length - 1 - i] = Picture(family, seed: 7, expected.Length - 1 - i));

        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyIndex_GivesInkWithinBounds(string name)
    {
        bool whole = name is "blank" or "specks" or "noise" or "textures" or "edges"; // these fill the picture; what is written lies inside
        for (int i = 0; i < 150; i++)
        {
            byte[] picture = Picture(NonDigitDrawer.Family(name), seed: 1, i);

            Assert.True(name == "blank" ? picture.Max() <= 40 : picture.Max() >= 15, $"{name} {i}: brightest {picture.Max()}");
            if (!whole)
            {
                (int width, int height) = InkBox(picture);
                Assert.InRange(Math.Max(width, height), 14, 22); // 20 as normalized; blurring adds one on each side, noise or rounding may lose some
            }
        }
    }

    [Fact]
    public void Draw_AllFamilies_NoPictureTwice()
    {
        Dictionary<string, string> seen = [];
        foreach (NonDigitFamily family in NonDigitDrawer.Families)
        {
            for (int i = 0; i < 150; i++)
            {
                byte[] picture = Picture(family, seed: 1, i);
                bool isNew = seen.TryAdd(Convert.ToHexString(picture), $"{family} {i}");
                bool black = !picture.AsSpan().ContainsAnyExcept((byte)0); // the blank sheet is the one that comes again
                Assert.True(isNew || (black && family.Name == "blank"), $"{family} {i} is {seen[Convert.ToHexString(picture)]}");
            }
        }
    }

    [Fact]
    public void Draw_OtherSeed_OtherPictures() => Assert.All(
        NonDigitDrawer.Families.Where(family => family.Name != "blank"),
        family => Assert.NotEqual(Picture(family, seed: 1, index: 0), Picture(family, seed: 2, index: 0)));

    [Fact]
    public void Draw_UnfitArguments_Throws()
    {
        NonDigitFamily pieces = NonDigitDrawer.Family("pieces");
        DigitSet unlabelled = new("unlabelled", Digits.AllPixels.ToArray(), labels: null);
        DigitSet ones = Digits.Take([.. Enumerable.Range(0, Digits.Count).Where(i => Digits.Labels[i] == 1)], "ones");

        Assert.Throws<ArgumentException>(() => NonDigitDrawer.Draw(pieces, Digits, 1, 0, new byte[783]));
        Assert.Contains(
            "'unlabelled' have no labels", Assert.Throws<ArgumentException>(() => NonDigitDrawer.Draw(pieces, unlabelled, 1, 0, new byte[784])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'ones' has none", Assert.Throws<ArgumentException>(() => NonDigitDrawer.Draw(pieces, ones, 1, 0, new byte[784])).Message,
            StringComparison.Ordinal);
        Assert.Contains("No family 'digits'", Assert.Throws<ArgumentException>(() => NonDigitDrawer.Family("digits")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_OfTwoFamilies_TakesThemInTurn()
    {
        NonDigitFamily[] families = [NonDigitDrawer.Family("rules"), NonDigitDrawer.Family("arrows")];

        DigitSet set = NonDigitDrawer.Set(families, Digits, count: 5, seed: 4);

        Assert.False(set.HasLabels);
        Assert.Equal(5, set.Count);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(Picture(families[i % 2], seed: 4, i / 2), set.Pixels(i));
        }
    }

    [Fact]
    public void Set_NoFamilyOrNegativeCount_Throws()
    {
        Assert.Throws<ArgumentException>(() => NonDigitDrawer.Set([], Digits, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NonDigitDrawer.Set(NonDigitDrawer.Families, Digits, -1, 1));
    }

    private static byte[] Picture(NonDigitFamily family, long seed, long index)
    {
        byte[] picture = new byte[DigitInput.Size];
        NonDigitDrawer.Draw(family, Digits, seed, index, picture);
        return picture;
    }

    private static (int Width, int Height) InkBox(byte[] picture)
    {
        int[] inked = [.. Enumerable.Range(0, picture.Length).Where(i => picture[i] > 0)];
        int[] columns = [.. inked.Select(i => i % DigitInput.Side)];
        return (columns.Max() - columns.Min() + 1, (inked[^1] / DigitInput.Side) - (inked[0] / DigitInput.Side) + 1);
    }
}
