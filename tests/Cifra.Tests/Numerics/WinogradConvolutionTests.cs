using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>Winograd's convolution equals the direct method, its twin, but for the stated rounding.</summary>
public sealed class WinogradConvolutionTests
{
    private const double Bound = 1e-5; // of Σ|w·x|, as the class says

    public static TheoryData<int, int, int, int, int> Sizes => new()
    {
        // inputs, outputs, height, width, padding
        { 8, 8, 6, 6, 0 },
        { 8, 9, 3, 3, 1 },
        { 9, 10, 7, 7, 1 },
        { 16, 8, 12, 10, 0 },
        { 24, 32, 12, 12, 0 },
        { 8, 16, 5, 9, 2 },
        { 64, 8, 14, 14, 1 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Run_RandomPictures_DiffersFromTheDirectMethodByRounding(int inputs, int outputs, int height, int width, int padding)
    {
        var c = new ConvolutionCase(inputs, outputs, height, width, Window.Square(3, padding: padding));
        Assert.True(WinogradConvolution.Fits(c.Window, inputs, outputs));

        float[] actual = c.Run(new WinogradConvolution(c.Input, outputs, c.Window), default);

        (float[] expected, float[] magnitude) = c.Twin();
        Assert.All(actual, (value, i) => Assert.InRange(Math.Abs(value - expected[i]), 0, Bound * magnitude[i]));
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(13, 11)] // the last row and column have no partner
    public void Run_RectifiedAndPooled_IsTheLargestOfEachTwoByTwo(int height, int width)
    {
        var c = new ConvolutionCase(8, 8, height, width, Window.Square(3));
        var convolution = new WinogradConvolution(c.Input, 8, c.Window);

        float[] plain = c.Run(convolution, default);
        float[] pooled = c.Run(convolution, new ConvolutionEnd(Rectify: true, Pools: true));

        Bits.AssertSame(c.Pooled(plain), pooled);
    }

    [Theory]
    [InlineData(1, 3, 5, 0)]
    [InlineData(3, 5, 3, 1)]
    public void Run_Direct_EqualsTwinAndPools(int inputs, int outputs, int side, int padding)
    {
        var c = new ConvolutionCase(inputs, outputs, 11, 13, Window.Square(side, padding: padding));
        var convolution = new DirectConvolution(c.Input, outputs, c.Window);

        float[] plain = c.Run(convolution, default);
        float[] pooled = c.Run(convolution, new ConvolutionEnd(Rectify: true, Pools: true));

        Bits.AssertSame(c.Twin().Sums, plain);
        Bits.AssertSame(c.Pooled(plain), pooled);
    }

    [Fact]
    public void Pack_TurnedKernels_GiveTheGradientToTheInput()
    {
        // One picture of one channel by hand: dy has a single 1 at the middle, so dx is the kernel itself around it.
        var convolution = new DirectConvolution(new Shape(1, 1, 3, 3), 1, Window.Square(3, padding: 1));
        float[] kernel = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        float[] packed = new float[convolution.PackedSize];
        float[] dy = new float[9 * Tensor.Lanes];
        float[] dx = new float[9 * Tensor.Lanes];
        dy[4 * Tensor.Lanes] = 1;

        convolution.Pack(KernelView.Backward(kernel, inputs: 1, area: 9), default, packed);
        convolution.Run(packed, dy, dx, default, [], new Scratch());

        Assert.Equal(kernel, Enumerable.Range(0, 9).Select(p => dx[p * Tensor.Lanes]));
    }

    [Fact]
    public void Kernel_OfOnes_HasThePointsOfItsMatrix()
    {
        float[] kernel = [1, 1, 1, 1, 1, 1, 1, 1, 1];
        float[] points = new float[36];
        float[] scratch = new float[18];

        WinogradTransform.Kernel<Lanes1>(ref kernel[0], 1, ref points[0], 1, ref scratch[0]);

        double[] rows = [0.25, -0.5, -1.0 / 6, 7.0 / 24, 1.0 / 8, 1]; // G·(1, 1, 1)
        for (int i = 0; i < 36; i++)
        {
            Assert.Equal(rows[i / 6] * rows[i % 6], points[i], 6);
        }
    }
}
