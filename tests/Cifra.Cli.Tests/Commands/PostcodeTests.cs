using System.Text.Json;

namespace Cifra.Cli.Tests.Commands;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("envelope-written.png", "64494")]
    [InlineData("envelope-printed.png", "54645")]
    public void Read_SampleEnvelope_ReadsItsPostcode(string picture, string expected)
    {
        JsonElement json = TestShell.Expect(0, "read", Repository.Sample(picture), "--as", "zip", "--json").Json();
        JsonElement number = Assert.Single(json.GetProperty("numbers").EnumerateArray());

        Assert.Equal(("postcode", expected, "accept"), (number.Text("name"), number.Text("value"), number.Text("decision")));
    }

    [Fact]
    public void Read_PictureWithoutWriting_SaysThatThereIsNoPostcode()
    {
        using var folder = new TempFolder();
        string paper = TestData.WriteBlank(folder.At("paper.png"));

        Assert.Equal($"{paper}: no US ZIP code: no writing that could be one\n", TestShell.Expect(0, "read", paper, "--as", "zip").Output);
    }

    [Theory]
    [InlineData("zip:uk", "UK postcode has letters")]
    [InlineData("zip:ca", "Canadian postal code has letters")]
    [InlineData("zip:atlantis", "No postcodes are known of 'atlantis'")]
    public void Read_PostcodesThatCannotBeRead_ExitsWith2(string kind, string why) =>
        Assert.Contains(why, TestShell.Expect(2, "read", Repository.Sample("digit-7.png"), "--as", kind).Error, StringComparison.Ordinal);
}
