using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class WindowTests
{
    [Theory]
    [InlineData(28, 28, 5, 5, 1, 0, 0, 24, 24)]
    [InlineData(28, 28, 3, 3, 1, 1, 1, 28, 28)]
    [InlineData(28, 28, 2, 2, 2, 0, 0, 14, 14)]
    [InlineData(7, 8, 2, 2, 2, 0, 0, 3, 4)] // the odd row is left out
    [InlineData(5, 9, 3, 2, 3, 1, 0, 2, 3)] // (5+2-3)/3+1 and (9-2)/3+1
    [InlineData(3, 3, 3, 3, 9, 0, 0, 1, 1)]
    public void Output_KnownSizes_IsAsComputedByHand(
        int height, int width, int rows, int columns, int stride, int paddingHeight, int paddingWidth, int expectedHeight, int expectedWidth) =>
        Assert.Equal((expectedHeight, expectedWidth), new Window(rows, columns, stride, paddingHeight, paddingWidth).Output(height, width));

    [Fact]
    public void Output_PictureTooSmall_NamesBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Window(5, 3, 2, 1, 0).Output(2, 9));

        Assert.Contains("5x3 stride 2 padding 1x0", error.Message, StringComparison.Ordinal);
        Assert.Contains("2x9", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1, 0, 0)]
    [InlineData(1, 0, 1, 0, 0)]
    [InlineData(1, 1, 0, 0, 0)]
    [InlineData(1, 1, 1, -1, 0)]
    [InlineData(1, 1, 1, 0, -1)]
    public void Check_SettingOutOfRange_IsRefused(int height, int width, int stride, int paddingHeight, int paddingWidth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Window(height, width, stride, paddingHeight, paddingWidth).Check());
}
