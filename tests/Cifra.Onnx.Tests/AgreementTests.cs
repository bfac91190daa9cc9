namespace Cifra.Onnx.Tests;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(1f, 1.000009f, true)]
    [InlineData(1f, 1.00002f, false)]
    [InlineData(-300f, -300.002f, true)]
    [InlineData(-300f, -300.004f, false)]
    [InlineData(0f, 0.00002f, false)]
    [InlineData(0f, float.NaN, false)]
    [InlineData(float.NaN, 0f, false)]
    [InlineData(1f, float.PositiveInfinity, false)]
    public void Holds_OneNumber_AllowsForRoundingAlone(float expected, float actual, bool holds) =>
        Assert.Equal(holds, Agreement.Holds([0, expected, 0], [0, actual, 0]));

    [Fact]
    public void Holds_OtherLength_IsFalse()
    {
        Assert.False(Agreement.Holds([0, 0], [0]));
        Assert.False(Agreement.Holds([0], [0, 0]));
    }
}
