using System.Text.Json;

namespace Cifra.Cli.Tests.Commands;

public sealed class EvaluateMicrTests
{
    [Fact]
    public void Run_Json_SaysWhatWasDrawnAndHowMuchIsRight()
    {
        JsonElement json = TestShell.Expect(0, "evaluate", "--micr", "2", "--dpi", "200", "--micr-seed", "5", "--threads", "1", "--json").Json();

        Assert.Equal(2, json.Int("images"));
        Assert.InRange(json.Number("characterErrorRate"), 0, 0.05);
    }

    [Fact]
    public void Run_NoDpi_Draws200PixelsAnInch() =>
        Assert.Contains(
            "1 lines of CMC-7 at 200 dpi",
            TestShell.Expect(0, "evaluate", "--micr", "1", "--micr-font", "cmc7", "--threads", "1").Output,
            StringComparison.Ordinal);

    [Fact]
    public void Run_MoreAskedThanThereIs_ExitsWith7AndSaysSo() =>
        Assert.Contains(
            "below the 1 that was asked for",
            TestShell.Expect(7, "evaluate", "--micr", "12", "--dpi", "72", "--threads", "1", "--min-accuracy", "1").Error,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("--dpi belongs to --micr.", "--dpi", "300")]
    [InlineData("--tta does not go with --micr.", "--micr", "3", "--tta")]
    [InlineData("1 or more", "--micr", "0")]
    [InlineData("72 to 2400", "--micr", "3", "--dpi", "7")]
    public void Run_WhatDoesNotGoTogether_IsRefused(string expected, params string[] args) =>
        Assert.Contains(expected, TestShell.Expect(2, ["evaluate", .. args]).Error, StringComparison.Ordinal);
}
