using System.Text;
using System.Text.Json;

namespace Cifra.Cli.Tests.Commands;

// The sample shows 1450.
public sealed class ExpectTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("number")]
    [InlineData("amount")]
    [InlineData("digits:4")]
    public void Read_ListHasIt_AcceptsItAndGivesTheLine(string kind)
    {
        JsonElement number = Read(0, kind, "77\n1450\n2381\n").Json().GetProperty("numbers").At(0);

        Assert.Equal(("1450", "accept", "1450"), (number.Text("text"), number.Text("decision"), number.Text("value")));
    }

    [Fact]
    public void Read_AmountOfTheListWithCents_IsTheLineThatItWasMeantBy() =>
        Assert.Equal("1,450.00", Read(0, "amount", "1,450.00\n99.95\n").Json().GetProperty("numbers").At(0).Text("value"));

    [Fact]
    public void Read_ListHasItNot_AcceptsNothing()
    {
        TestShell shell = Read(0, "number", "2381\n7763\n1950\n");

        Assert.All(shell.Json().GetProperty("numbers").EnumerateArray(), number => Assert.NotEqual("accept", number.Text("decision")));
    }

    [Fact]
    public void Read_NothingInTheListIsOfTheKind_ExitsWith3AndSaysWhy() =>
        Assert.Contains("at least one that is US ZIP code", Read(3, "zip", "1450\n77\n").Error, StringComparison.Ordinal);

    [Fact]
    public void Read_NoSuchList_ExitsWith3() => Assert.Contains(
        "none.txt", TestShell.Expect(3, "read", Repository.Sample("number-1450.png"), "--expect", _folder.At("none.txt")).Error, StringComparison.Ordinal);

    [Fact]
    public void Read_OneDigit_TakesNoList() =>
        Assert.Contains("--expect is about one field", Read(2, "digit", "7\n").Error, StringComparison.Ordinal);

    private TestShell Read(int exitCode, string kind, string list) => TestShell.Expect(
        exitCode, "read", Repository.Sample("number-1450.png"), "--as", kind, "--expect", _folder.Write("list.txt", Encoding.UTF8.GetBytes(list)), "--json");
}
