using System.Text.Json;

namespace Cifra.Cli.Tests.Commands;

public sealed class ReadChequeTests
{
    [Fact]
    public void Run_SampleCheque_SaysWhatStandsOnItAndWhatConfirmsWhat()
    {
        JsonElement json = TestShell.Expect(0, "read", Repository.Sample("cheque.png"), "--as", "cheque", "--json").Json();

        Assert.Equal(
            ["amount 264.50", "date 2024-10-27", "routing 021000021", "account 9876543210", "cheque 1042", "micr-amount 0000026450"],
            json.GetProperty("numbers").EnumerateArray().Where(number => number.Text("name") != "micr")
                .Select(number => $"{number.Text("name")} "
                    + (number.TryGetProperty("value", out JsonElement value) ? value.GetString() : number.Text("text"))));
        Assert.Contains(
            "The amount is confirmed by the one encoded in the MICR line.",
            json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString()));
    }

    [Fact]
    public void Run_PictureOfNoCheque_SaysSo() =>
        Assert.Contains(
            "digit-7.png: The picture shows no cheque",
            TestShell.Expect(0, "read", Repository.Sample("digit-7.png"), "--as", "cheque").Output,
            StringComparison.Ordinal);

    [Fact]
    public void Run_UnknownRegion_NamesThoseThatThereAre() =>
        Assert.Contains("us, ca, in, uk, fr, br", TestShell.Expect(2, "read", "x.png", "--as", "cheque:atlantis").Error, StringComparison.Ordinal);

    [Fact]
    public void Evaluate_Field_ComparesThatNumberAlone()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("truth.csv"), "file,date\ncheque.png,10/27/2024\n");

        JsonElement json = TestShell.Expect(
            0, "evaluate", "--strings", folder.At("truth.csv"), "--images", Path.GetDirectoryName(Repository.Sample("cheque.png"))!, "--as",
            "cheque", "--field", "date", "--truth-column", "date", "--json").Json();

        Assert.Equal((1, 1), (json.Int("images"), json.Int("exact")));
    }
}
