using System.Text.Json;
using Cifra.Network.Models;

namespace Cifra.Cli.Tests.Commands;

public sealed class ReadLinesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _picture = Repository.Sample("number-1450.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Shipped_NamesBothNetworks()
    {
        JsonElement json = TestShell.Expect(0, "read", _picture, "--json").Json();

        Assert.Equal(["schemaVersion", "file", "model", "lines", "numbers"], json.Names());
        Assert.Equal(Pretrained.Field.Hash, json.Text("model"));
        Assert.Equal(Pretrained.Lines.Hash, json.Text("lines"));
    }

    // One of the two networks that ship together reads by itself too.
    [Fact]
    public void Run_LinesOfAFile_AreReadWithThem()
    {
        string hash = ModelFile.Save(_folder.At("one.safetensors"), Pretrained.Lines.Networks[0], Pretrained.Lines.Card);

        JsonElement json = TestShell.Expect(0, "read", _picture, "--as", "amount", "--lines", _folder.At("one.safetensors"), "--json").Json();

        Assert.Equal(hash, json.Text("lines"));
        Assert.NotEqual(Pretrained.Lines.Hash, hash);
        Assert.Equal("1450", Assert.Single(json.GetProperty("numbers").EnumerateArray()).Text("text"));
    }

    [Fact]
    public void Run_BatchBegunWithOtherLines_ExitsWith2()
    {
        ModelFile.Save(_folder.At("one.safetensors"), Pretrained.Lines.Networks[0], Pretrained.Lines.Card);
        TestShell.Expect(0, "read", _picture, "--out", _folder.At("results.csv"));

        TestShell shell = TestShell.Expect(2, "read", _picture, "--out", _folder.At("results.csv"), "--lines", _folder.At("one.safetensors"));

        Assert.Contains($"{Pretrained.Field.Hash} and {Pretrained.Lines.Hash}", shell.Error, StringComparison.Ordinal);
        TestShell.Expect(0, "read", _picture, "--out", _folder.At("results.csv"), "--lines", "lines"); // the shipped ones have a name too
    }

    [Fact]
    public void Run_LinesThatAreANetworkForDigits_ExitsWith4()
    {
        string digits = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9);

        Assert.Contains("names no symbols", TestShell.Expect(4, "read", _picture, "--lines", digits).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digit")]
    [InlineData("plate")]
    public void Run_LinesWhereNoneAreRead_ExitsWith2(string kind) =>
        Assert.Contains(
            "--lines does not go with",
            TestShell.Expect(2, "read", _picture, "--as", kind, "--lines", "x.safetensors").Error,
            StringComparison.Ordinal);

    [Fact]
    public void Run_Evaluation_NamesBothNetworks()
    {
        File.WriteAllText(_folder.At("truth.csv"), $"file,text\n{Path.GetFileName(_picture)},1450\n");

        JsonElement json = TestShell.Expect(0, "evaluate", "--strings", _folder.At("truth.csv"), "--images", Path.GetDirectoryName(_picture)!, "--json").Json();

        Assert.Equal(Pretrained.Lines.Hash, json.Text("lines"));
        Assert.Equal(1, json.Int("exact"));
    }
}
