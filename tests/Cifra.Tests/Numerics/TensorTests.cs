using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class TensorTests
{
    [Fact]
    public void Index_EveryValue_HasAPlaceOfItsOwnInLanes()
    {
        var tensor = new Tensor(new Shape(18, 2, 3, 4));

        tensor[17, 1, 2, 3] = 5;

        // Block 1 starts after 24·16 floats; position (1·3 + 2)·4 + 3 = 23 of it; lane 1.
        Assert.Equal(2, tensor.Blocks);
        Assert.Equal(24 * 16, tensor.BlockSize);
        Assert.Equal(5, tensor.Values[(24 * 16) + (23 * 16) + 1]);
        Assert.Equal(5, tensor.Block(1)[(23 * 16) + 1]);
        Assert.Equal(5, tensor.Plane(1, 1)[(11 * 16) + 1]);
        Assert.Equal(5, tensor[17, 1, 2, 3]);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(16, 1, 16)]
    [InlineData(17, 2, 1)]
    [InlineData(37, 3, 5)]
    public void ImagesIn_LastBlock_IsTheRest(int count, int blocks, int last)
    {
        var tensor = new Tensor(new Shape(count, 1, 1, 1));

        Assert.Equal(blocks, tensor.Blocks);
        Assert.Equal(last, tensor.ImagesIn(blocks - 1));
        Assert.All(Enumerable.Range(0, blocks - 1), block => Assert.Equal(16, tensor.ImagesIn(block)));
    }

    [Fact]
    public void Resize_LargerAndSmaller_KeepsTheSizeAsked()
    {
        var tensor = new Tensor(new Shape(1, 1, 2, 2));

        tensor.Resize(new Shape(40, 3, 5, 7));
        Assert.Equal(3 * 105 * 16, tensor.Values.Length);

        tensor.Resize(new Shape(2, 1, 1, 3));
        Assert.Equal(3 * 16, tensor.Values.Length);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, -1, 1, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 1, 1, -5)]
    public void Resize_NoPositiveSize_IsRefused(int count, int channels, int height, int width)
    {
        var tensor = new Tensor(new Shape(1, 1, 1, 1));

        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Resize(new Shape(count, channels, height, width)));
    }

    [Fact]
    public void Shape_KnownSizes_CountsAndSaysThem()
    {
        var shape = new Shape(2, 3, 5, 7);

        Assert.Equal(35, shape.Positions);
        Assert.Equal(105, shape.Features);
        Assert.Equal(new Shape(9, 3, 5, 7), shape.WithCount(9));
        Assert.Equal("2x3x5x7", shape.ToString());
    }
}
