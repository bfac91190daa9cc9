using Cifra.Imaging.Formats.Jpeg;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Formats.Jpeg;

public sealed class JpegInverseDctTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public void Transform_RandomBlocks_IsWithinOneOfTheDefinition(int coefficientsSet)
    {
        var random = new SeededRandom(6, coefficientsSet);
        int[] quantizer = new int[64];
        short[] block = new short[64];
        byte[] samples = new byte[64];
        double error = 0;
        const int Blocks = 500;
        for (int n = 0; n < Blocks; n++)
        {
            Array.Clear(block);
            for (int i = 0; i < 64; i++)
            {
                quantizer[i] = random.Next(1, 12);
            }

            for (int i = 0; i < coefficientsSet; i++)
            {
                block[random.Next(64)] = (short)random.Next(-20, 21);
            }

            JpegInverseDct.Transform(block, quantizer, samples, stride: 8);

            for (int i = 0; i < 64; i++)
            {
                double expected = Definition(block, quantizer, i % 8, i / 8);
                Assert.InRange(samples[i], expected - 1, expected + 1);
                error += samples[i] - expected;
            }
        }

        Assert.InRange(error / (64 * Blocks), -0.02, 0.02); // no level is favoured
    }

    [Fact]
    public void Transform_FarBeyondTheRange_IsClamped()
    {
        int[] quantizer = [.. Enumerable.Repeat(4, 64)];
        short[] block = new short[64];
        byte[] samples = new byte[64];
        (block[0], block[9]) = (2000, 1);

        JpegInverseDct.Transform(block, quantizer, samples, stride: 8);
        Assert.All(samples, sample => Assert.Equal(255, sample));

        block[0] = -2000;
        JpegInverseDct.Transform(block, quantizer, samples, stride: 8);
        Assert.All(samples, sample => Assert.Equal(0, sample));
    }

    // T.81, A.3.3, with the level shift of A.3.1 and the clamping to 8 bits.
    private static double Definition(short[] block, int[] quantizer, int x, int y)
    {
        double sum = 0;
        for (int v = 0; v < 8; v++)
        {
            for (int u = 0; u < 8; u++)
            {
                double scale = (u == 0 ? Math.Sqrt(0.5) : 1) * (v == 0 ? Math.Sqrt(0.5) : 1) / 4;
                sum += scale * block[(8 * v) + u] * quantizer[(8 * v) + u]
                    * Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * Math.Cos(((2 * y) + 1) * v * Math.PI / 16);
            }
        }

        return Math.Clamp(sum + 128, 0, 255);
    }
}
