namespace Cifra.Tests;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)] // the check value of the CRC catalogues
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Compute_KnownText_KnownValue(string text, uint expected) =>
        Assert.Equal(expected, Crc32.Compute(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Compute_AnyCut_EqualsTheWhole()
    {
        byte[] bytes = [.. Enumerable.Range(0, 40).Select(i => (byte)(i * 37))];
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(Crc32.Compute(bytes), Crc32.Compute(bytes.AsSpan(cut), Crc32.Compute(bytes.AsSpan(0, cut))));
        }
    }
}
