using System.Text.Json;
using Cifra.Data.Drawn;
using Cifra.Network;

namespace Cifra.Cli.Tests.Commands;

// The network says 7 with 0.9 to everything. At 1 % it takes 299 held-out pictures without an error, at 0.5 % 598.
public sealed class MaxErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;
    private readonly string _data;

    public MaxErrorTests()
    {
        _model = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9, new HeldOutScores { Pictures = 400 });
        _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(100, seed: 4));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Evaluate_OneRate_HasTheRefusalOfTheContract()
    {
        JsonElement json = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--max-error", "0.01", "--json").Json();

        JsonElement refusal = json.GetProperty("refusal");
        Assert.Equal(["maxError", "coverage", "errors", "errorUpper95"], refusal.Names().Take(4));
        Assert.Equal(0.01, refusal.Number("maxError"));
        Assert.Equal(1, refusal.Number("coverage"));
        Assert.Equal(90, refusal.Int("errors"));
        Assert.True(refusal.GetProperty("promised").GetBoolean());
        Assert.False(refusal.GetProperty("held").GetBoolean());
        Assert.Equal(400, refusal.GetProperty("heldOut").Int("images"));
        Assert.False(json.TryGetProperty("refusals", out _));
    }

    [Fact]
    public void Evaluate_SeveralRates_SaysWhichCannotBePromised()
    {
        TestShell shell = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--max-error", "0.01", "--max-error", "0.005", "--json");

        JsonElement[] refusals = [.. shell.Json().GetProperty("refusals").EnumerateArray()];
        Assert.Equal([0.01, 0.005], refusals.Select(refusal => refusal.Number("maxError")));
        Assert.False(refusals[1].GetProperty("promised").GetBoolean());
        Assert.Equal(598, refusals[1].Int("leastAccepted"));
        Assert.Equal(665, refusals[1].Int("neededHeldOut")); // 598 at a coverage of 0.9
        Assert.Equal(0, refusals[1].Number("coverage"));
        Assert.Equal(1, refusals[1].Number("errorUpper95"));
    }

    [Fact]
    public void Evaluate_Text_SaysWhatIsPromisedAndWhatBecameOfIt()
    {
        string output = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--max-error", "0.01", "--max-error", "0.005").Output;

        Assert.Contains("at most 1% of the accepted are wrong", output, StringComparison.Ordinal);
        Assert.Contains("the promise did not hold", output, StringComparison.Ordinal);
        Assert.Contains("an error of 0.5% at most cannot be promised", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ModelWithoutScores_ExitsWith2AndSaysWhy()
    {
        string model = TestModels.Always(_folder.At("old.safetensors"), 7);

        Assert.Contains("held-out", TestShell.Expect(2, "evaluate", model, "--data", _data, "--max-error", "0.01").Error, StringComparison.Ordinal);
        Assert.Contains("no digit", TestShell.Expect(2, "evaluate", model, "--data", _data, "--non-digits").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-0.1")]
    [InlineData("much")]
    public void Any_NoRate_ExitsWith2(string rate)
    {
        Assert.Contains(rate, TestShell.Expect(2, "evaluate", _model, "--data", _data, "--max-error", rate).Error, StringComparison.Ordinal);
        Assert.Contains(rate, TestShell.Expect(2, "read", "x.png", "--max-error", rate).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneDigit_IsAcceptedAndTwoAreNot()
    {
        string one = TestData.WriteNumber(_folder.At("one.png"), "7");
        string two = TestData.WriteNumber(_folder.At("two.png"), "71");

        TestShell accepted = TestShell.Expect(0, "read", one, "--model", _model, "--max-error", "0.01", "--fail-on-unsure", "--json");
        TestShell refused = TestShell.Expect(6, "read", two, two, "--model", _model, "--max-error", "0.01", "--fail-on-unsure", "--json");

        Assert.Equal("accept", accepted.Json().GetProperty("numbers").At(0).Text("decision"));
        Assert.Empty(accepted.Error);
        Assert.Equal("unsure", refused.Json().GetProperty("numbers").At(0).Text("decision"));
        string line = Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)); // once, not once a picture
        Assert.Contains("numbers of 2 digits are all unsure", line, StringComparison.Ordinal);
        Assert.Contains("665 held-out pictures", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ModelWithoutScores_ExitsWith2() => Assert.Contains(
        "held-out",
        TestShell.Expect(2, "read", "x.png", "--model", TestModels.Always(_folder.At("old.safetensors"), 7), "--max-error", "0.01").Error,
        StringComparison.Ordinal);

    // The lines decide, so it does not matter that the network for digits has no scores.
    [Fact]
    public void Read_ModelWithoutScoresBesideLines_IsHeldToTheLines()
    {
        string one = TestData.WriteNumber(_folder.At("one.png"), "7");
        string model = TestModels.Always(_folder.At("old.safetensors"), 7);

        JsonElement json = TestShell.Expect(0, "read", one, "--model", model, "--lines", "lines", "--max-error", "0.01", "--json").Json();

        Assert.True(json.TryGetProperty("lines", out _));
    }
}
