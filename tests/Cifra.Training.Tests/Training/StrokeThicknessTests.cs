using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class StrokeThicknessTests
{
    [Fact]
    public void Change_Thicker_GivesThePointsNeighboursItsShare()
    {
        float[] picture = new float[784];
        picture[At(5, 0)] = 200; // at the top edge

        new StrokeThickness().Change(picture, 0.25f);

        Assert.Equal(200, picture[At(5, 0)]);
        Assert.Equal([50, 50, 50], new[] { picture[At(4, 0)], picture[At(6, 0)], picture[At(5, 1)] });
        Assert.Equal(350, picture.Sum());
    }

    [Fact]
    public void Change_Thinner_TakesTheShareFromWhatTouchesTheBackground()
    {
        float[] picture = new float[784];
        for (int y = 10; y < 13; y++)
        {
            picture.AsSpan(At(10, y), 3).Fill(100);
        }

        new StrokeThickness().Change(picture, -0.5f);

        Assert.Equal(100, picture[At(11, 11)]); // the middle of the block has no background beside it
        Assert.Equal(50, picture[At(10, 11)]);
        Assert.Equal(500, picture.Sum());       // 100 and eight times 50
    }

    [Fact]
    public void Change_Nothing_LeavesThePicture()
    {
        float[] picture = [.. Enumerable.Range(0, 784).Select(i => (float)(i % 256))];
        float[] before = [.. picture];

        new StrokeThickness().Change(picture, 0);

        Assert.Equal(before, picture);
    }

    private static int At(int x, int y) => (y * 28) + x;
}
