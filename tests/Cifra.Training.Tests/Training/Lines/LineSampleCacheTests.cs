using System.Globalization;
using Cifra.Data.Lines;
using Cifra.Imaging.Lines;
using Cifra.Training.Lines;

namespace Cifra.Tests.Training.Lines;

public sealed class LineSampleCacheTests
{
    private const int Width = 40;
    private const int Count = 30;
    private const int Size = Width * LineNormalizer.Height;

    [Fact]
    public void Take_LaterEpochOfItsUses_GivesTheSameLinesInAnotherOrderWithoutDrawingThem()
    {
        var source = new Source();
        LineSampleCache shelf = Shelf(source, uses: 2);

        string[] first = Epoch(shelf, 0);
        string[] second = Epoch(shelf, 1);

        Assert.Equal(Count, source.Drawn);
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Take_AfterItsUses_GivesNewLines()
    {
        var source = new Source();
        LineSampleCache shelf = Shelf(source, uses: 2);

        string[] first = Epoch(shelf, 1);

        Assert.Empty(first.Intersect(Epoch(shelf, 2)));
        Assert.Equal(2 * Count, source.Drawn);
    }

    [Fact]
    public void Take_ResumedInAnEpoch_GivesWhatAnUninterruptedRunHas()
    {
        LineSampleCache whole = Shelf(new Source(), uses: 3);
        LineSampleCache resumed = Shelf(new Source(), uses: 3);
        Epoch(whole, 0);
        whole.Begin(1);
        resumed.Begin(1);
        byte[] expected = new byte[Size];
        byte[] found = new byte[Size];
        for (int place = 10; place < Count; place++)
        {
            Assert.Equal(whole.Take(place, expected), resumed.Take(place, found));
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Take_LineThatServesAgain_StandsElsewhereWithAllItsInk()
    {
        LineSampleCache shelf = Shelf(new Source(), uses: 5);
        byte[] picture = new byte[Size];
        var columns = new HashSet<int>();
        for (int epoch = 0; epoch < 5; epoch++)
        {
            shelf.Begin(epoch);
            for (int place = 0; place < Count; place++)
            {
                shelf.Take(place, picture);
                int at = picture.IndexOf((byte)200);

                Assert.Equal([200, 210, 220], picture.Where(level => level > 0));
                Assert.Equal(Source.Row, at / Width);
                columns.Add(at % Width);
            }
        }

        Assert.Equal(Enumerable.Range(0, Width - 2), columns.Order());
    }

    [Fact]
    public void Take_OneUse_DrawsEachLineAsItIs()
    {
        var source = new Source();
        LineSampleCache shelf = Shelf(source, uses: 1);

        Assert.Equal([.. Enumerable.Range(0, Count).Select(i => Source.Text(7, 4, i))], Epoch(shelf, 4));
        Assert.Equal(Count, source.Drawn);
    }

    private static LineSampleCache Shelf(ILineSource source, int uses) => new(source, Count, Width, uses, seed: 7);

    private static string[] Epoch(LineSampleCache shelf, int epoch)
    {
        byte[] picture = new byte[Size];
        shelf.Begin(epoch);
        return [.. Enumerable.Range(0, Count).Select(place => shelf.Take(place, picture))];
    }

    // Three pixels in a row that say nothing; the text names the line.
    private sealed class Source : ILineSource
    {
        public const int Row = 9;

        public int Drawn { get; private set; }

        public static string Text(long seed, long epoch, long index) => string.Create(CultureInfo.InvariantCulture, $"{seed}/{epoch}/{index}");

        public string Draw(Span<byte> picture, long seed, long epoch, long index)
        {
            Drawn++;
            picture.Clear();
            byte[] ink = [200, 210, 220];
            ink.CopyTo(picture[((Row * Width) + 4)..]);
            return Text(seed, epoch, index);
        }
    }
}
