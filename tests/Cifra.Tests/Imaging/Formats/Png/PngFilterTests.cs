using Cifra.Imaging.Formats.Png;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Formats.Png;

public sealed class PngFilterTests
{
    [Theory]
    [InlineData(PngFilter.None)]
    [InlineData(PngFilter.Sub)]
    [InlineData(PngFilter.Up)]
    [InlineData(PngFilter.Average)]
    [InlineData(PngFilter.Paeth)]
    public void Undo_OfApply_IsTheRowAgain(int filter)
    {
        var random = new SeededRandom(3, filter);
        byte[] above = new byte[50];
        byte[] row = new byte[50];
        byte[] differences = new byte[50];
        for (int distance = 1; distance <= 8; distance++)
        {
            random.NextBytes(above);
            random.NextBytes(row);

            PngFilter.Apply(filter, row, above, distance, differences);
            PngFilter.Undo(filter, differences, above, distance);

            Assert.Equal(row, differences);
        }
    }
}
