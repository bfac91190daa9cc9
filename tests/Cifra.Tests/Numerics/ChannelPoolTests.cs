using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class ChannelPoolTests
{
    [Fact]
    public void Row_TwoRowsOfFour_KeepsTheLargestOfEachTwoByTwo()
    {
        // Sixteen channels; channel c of column k is 10·k + c in the upper row and 100·(3 - k) + c in the lower.
        float[] rows =
        [
            .. Enumerable.Range(0, 64).Select(i => (10f * (i / 16)) + (i % 16)),
            .. Enumerable.Range(0, 64).Select(i => (100f * (3 - (i / 16))) + (i % 16)),
        ];
        float[] y = new float[40];

        ChannelPool.Row(ref rows[0], 16, 64, ref y[0], 20, columns: 2, width: 16);

        Assert.Equal(Enumerable.Range(300, 16).Select(i => (float)i), y[..16]); // columns 0 and 1: the largest is 300 + c
        Assert.Equal([0, 0, 0, 0], y[16..20]);
        Assert.Equal(Enumerable.Range(100, 16).Select(i => (float)i), y[20..36]); // columns 2 and 3: 100 + c
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Row_ZerosOfBothSigns_TakesTheOneThatABlockTakes(int sign)
    {
        float[] values = [sign * 0f, -sign * 0f, sign * 0f, sign * 0f];
        float[] channels = [.. values.SelectMany(value => Enumerable.Repeat(value, 16))];
        float[] expected = new float[16];
        float[] actual = new float[16];

        HalvingPool.Write(channels, 2, expected, [], new Shape(1, 1, 1, 1), 0, 0);
        ChannelPool.Row(ref channels[0], 16, 32, ref actual[0], 16, columns: 1, width: 16);

        Bits.AssertSame(expected, actual);
    }

    [Fact]
    public void Mean_ThreePositions_AddsEachChannel()
    {
        float[] x = [.. Enumerable.Range(0, 48).Select(i => (float)i)]; // channel c is c, 16 + c and 32 + c
        float[] y = new float[16];

        ChannelPool.Mean(x, 0.5f, y);

        Assert.Equal(Enumerable.Range(0, 16).Select(c => (48f + (3 * c)) / 2), y);
    }
}
