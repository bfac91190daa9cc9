using Cifra.Imaging;
using Cifra.Imaging.Ink;

namespace Cifra.Tests.Imaging.Ink;

public sealed class InkCleanerTests
{
    [Fact]
    public void RemoveHaze_PatchThatReachesTheLevel_StaysWhole()
    {
        var ink = new GrayImage(5, 1, [10, 112, 0, 111, 90]);

        InkCleaner.RemoveHaze(ink, 112);

        Assert.Equal([10, 112, 0, 0, 0], ink.Pixels.ToArray());
    }
}
