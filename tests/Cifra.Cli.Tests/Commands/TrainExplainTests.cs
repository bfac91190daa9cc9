using System.Text.Json;
using Cifra.Training;

namespace Cifra.Cli.Tests.Commands;

public sealed class TrainExplainTests
{
    public static TheoryData<string> Names => [.. Recipes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_EachRecipe_IsExplainedWithoutData(string name)
    {
        string text = TestShell.Expect(0, "train", "--recipe", name, "--explain", "--data-dir", "nowhere").Output;

        Assert.StartsWith($"recipe {name}\n", text, StringComparison.Ordinal);
        Assert.Contains("Recipe.Epochs", text, StringComparison.Ordinal);
        Assert.Contains("\ntotal ", text, StringComparison.Ordinal);
        Assert.Contains("TFLOP = 3 (forward, and back twice that) x ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_QuickAsJson_HasSettingsLayersAndCost()
    {
        JsonElement json = TestShell.Expect(0, "train", "--recipe", "quick", "--explain", "--epochs", "4", "--json").Json();

        JsonElement epochs = json.GetProperty("settings").EnumerateArray().Single(setting => setting.Text("name") == "Recipe.Epochs");
        Assert.Equal(["name", "value", "unit", "meaning", "why", "source"], epochs.Names());
        Assert.Equal("4", epochs.Text("value"));
        Assert.Equal(215_194, json.Int("parameters")); // conv5x5-24, conv3x3-32, dense 800 to 256, dense 10
        Assert.Equal(55_000, json.Int("images"));
        Assert.Equal(3.0 * json.Int("flops") * 55_000 * 4 / 1e12, json.Number("teraFlops"), 12);
        Assert.NotEmpty(json.GetProperty("layers").EnumerateArray());
    }

    [Fact]
    public void Run_NothingHeldOut_CountsAllOfMnist() =>
        Assert.Contains(
            "x 60,000 pictures of mnist",
            TestShell.Expect(0, "train", "--recipe", "quick", "--explain", "--validation", "0").Output,
            StringComparison.Ordinal);

    [Fact]
    public void Run_MoreHeldOutThanThereIs_ExitsWith2() => TestShell.Expect(2, "train", "--recipe", "quick", "--explain", "--validation", "60000");
}
