namespace Cifra.Tests;

public sealed class BitsTests
{
    [Fact]
    public void AssertSame_OneBitOff_Fails() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Bits.AssertSame([1, 2], [1, MathF.BitIncrement(2)]));

    [Fact]
    public void AssertSame_ZerosOfTwoSigns_Fails() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Bits.AssertSame([0f], [-0f]));

    [Fact]
    public void AssertSame_TwoKindsOfNaN_Passes() => Bits.AssertSame([float.NaN], [BitConverter.Int32BitsToSingle(0x7FC00001)]);
}
