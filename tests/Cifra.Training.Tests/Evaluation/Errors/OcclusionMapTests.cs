using Cifra.Evaluation.Errors;
using Cifra.Network;

namespace Cifra.Tests.Evaluation.Errors;

public sealed class OcclusionMapTests
{
    // The reader looks at one pixel: with ink in it a 3 has 0.9, without 0.2.
    private const int Row = 11;
    private const int Column = 20;

    [Fact]
    public void Of_ReaderOfOnePixel_DropsWhereThePatchCoversIt()
    {
        byte[] picture = new byte[DigitInput.Size];
        Array.Fill(picture, (byte)255);

        OcclusionMap map = OcclusionMap.Of(ReadOnePixel, picture, 3, 0.9f, CancellationToken.None);

        for (int cell = 0; cell < OcclusionMap.Side * OcclusionMap.Side; cell++)
        {
            int top = (2 * (cell / OcclusionMap.Side)) - 2; // a patch of 6x6 around a cell of 2x2
            int left = (2 * (cell % OcclusionMap.Side)) - 2;
            bool covers = Row >= top && Row < top + 6 && Column >= left && Column < left + 6;
            Assert.Equal(covers ? 0.7f : 0f, map.Drops[cell], 1e-6f);
        }
    }

    [Fact]
    public void Of_InkThatSpeaksAgainst_IsNegative()
    {
        byte[] picture = new byte[DigitInput.Size];
        Array.Fill(picture, (byte)255);

        // of the 5 the reader gives 0.1 / 9 with ink, 0.8 / 9 without
        OcclusionMap map = OcclusionMap.Of(ReadOnePixel, picture, 5, 0.1f / 9, CancellationToken.None);

        Assert.Equal(-0.7f / 9, map.Drops[(Row / 2 * OcclusionMap.Side) + (Column / 2)], 1e-6f);
        Assert.Equal(0, map.Drops[0], 1e-6f);
    }

    private static void ReadOnePixel(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation)
    {
        for (int n = 0; n < pixels.Length / DigitInput.Size; n++)
        {
            bool ink = pixels[(n * DigitInput.Size) + (Row * DigitInput.Side) + Column] > 0;
            PredictionSamples.Row(3, ink ? 0.9f : 0.2f).CopyTo(probabilities[(n * 10)..]);
        }
    }
}
