using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class ConnectedComponentsTests
{
    [Fact]
    public void Find_HandDrawnShapes_AreCountedAndMeasured()
    {
        ConnectedComponents found = ConnectedComponents.Find(Pictures.FromText(
            "##....#..",
            "##...#...",
            "....#....",
            ".........",
            "#.#...###",
            "###...#.#",
            "......###"));

        Assert.Equal(
            [
                new Component(1, new PixelBox(0, 0, 2, 2), 4, 0.5, 0.5, 255),
                new Component(2, new PixelBox(4, 0, 3, 3), 3, 5, 1, 255), // a diagonal holds together by its corners
                new Component(3, new PixelBox(0, 4, 3, 2), 5, 1, 4.6, 255), // a U is two until its floor
                new Component(4, new PixelBox(6, 4, 3, 3), 8, 7, 5, 255),
            ],
            found.All);
        Assert.Equal(3, found.Labels[(5 * 9) + 1]);
        Assert.Equal(0, found.Labels[(5 * 9) + 7]);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(100, 2)]
    [InlineData(255, 0)]
    public void Find_LeastLevel_LeavesFainterInkOut(byte least, int count) =>
        Assert.Equal(count, ConnectedComponents.Find(new GrayImage(5, 1, [99, 0, 100, 0, 200]), least).All.Count);

    [Fact]
    public void Find_AnyPicture_EqualsFloodFill()
    {
        var random = new SeededRandom(12);
        for (int i = 0; i < 300; i++)
        {
            GrayImage picture = Threshold.Above(Pictures.Any(random), (byte)random.Next(40, 230));

            ConnectedComponents found = ConnectedComponents.Find(picture);

            Assert.Equal(FloodFill(picture), found.Labels.ToArray());
            foreach (Component component in found.All)
            {
                int[] places = [.. Enumerable.Range(0, found.Labels.Length).Where(place => found.Labels[place] == component.Label)];
                Assert.Equal(places.Length, component.Area);
                Assert.Equal(places.Average(place => place % picture.Width), component.CentreX, 1e-9);
                Assert.Equal(places.Average(place => place / picture.Width), component.CentreY, 1e-9);
                Assert.Equal(places.Min(place => place % picture.Width), component.Box.X);
                Assert.Equal(places.Max(place => place % picture.Width), component.Box.Right - 1);
                Assert.Equal(places.Min(place => place / picture.Width), component.Box.Y);
                Assert.Equal(places.Max(place => place / picture.Width), component.Box.Bottom - 1);
            }
        }
    }

    [Fact]
    public void Find_LargeSpiralAndChessboard_NeedNoRecursion()
    {
        var board = new GrayImage(1500, 1500);
        for (int y = 0; y < 1500; y++)
        {
            for (int x = y % 2; x < 1500; x += 2)
            {
                board[x, y] = 1;
            }
        }

        Assert.Equal(1_125_000, Assert.Single(ConnectedComponents.Find(board).All).Area);
    }

    [Fact]
    public void Cut_OneOfTwoInABox_LeavesTheOtherOut()
    {
        GrayImage picture = Pictures.FromText(
            "#.#",
            "#..");
        ConnectedComponents found = ConnectedComponents.Find(picture);

        GrayImage part = found.Cut(picture, new PixelBox(0, 0, 3, 2), new HashSet<int> { 2 });

        Assert.Equal([0, 0, 255, 0, 0, 0], part.Pixels.ToArray());
    }

    // The plain definition: from each pixel not yet seen, in reading order, everything reachable.
    private static int[] FloodFill(GrayImage picture)
    {
        int[] labels = new int[picture.Width * picture.Height];
        int next = 0;
        for (int start = 0; start < labels.Length; start++)
        {
            if (picture.Pixels[start] == 0 || labels[start] != 0)
            {
                continue;
            }

            next++;
            Stack<int> open = new([start]);
            labels[start] = next;
            while (open.TryPop(out int place))
            {
                for (int y = Math.Max(0, (place / picture.Width) - 1); y <= Math.Min(picture.Height - 1, (place / picture.Width) + 1); y++)
                {
                    for (int x = Math.Max(0, (place % picture.Width) - 1); x <= Math.Min(picture.Width - 1, (place % picture.Width) + 1); x++)
                    {
                        int neighbour = (y * picture.Width) + x;
                        if (picture.Pixels[neighbour] != 0 && labels[neighbour] == 0)
                        {
                            labels[neighbour] = next;
                            open.Push(neighbour);
                        }
                    }
                }
            }
        }

        return labels;
    }
}
