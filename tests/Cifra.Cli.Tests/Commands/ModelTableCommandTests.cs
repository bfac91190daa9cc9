using System.Text.Json;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Cli.Tests.Commands;

// One network says 7 to everything, the other 3; of the hundred pictures ten are sevens and ten are threes.
public sealed class ModelTableCommandTests : IDisposable
{
    private const string Before = "# Mine\n\n<!-- table: begin -->\n";
    private const string After = "<!-- table: end -->\n\nThe rest.\n";

    private readonly TempFolder _folder = new();
    private readonly string _data;
    private readonly string _seven;
    private readonly string _three;

    public ModelTableCommandTests()
    {
        _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(100, seed: 4));
        _seven = Model("seven.safetensors", 7, seed: 1, [0.1, 0.3, 0.3, 0.1]);
        _three = Model("three.safetensors", 3, seed: 2, [0.2, 0.1, 0.1, 0.1]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_TwoSeeds_AreOneRowWithTheFigures()
    {
        JsonElement row = TestShell.Expect(0, "model", "table", _three, _seven, "--data", _data, "--json").Json().GetProperty("rows").At(0);

        Assert.Equal("by-hand", row.Text("recipe"));
        Assert.Equal(4, row.Int("epochs"));
        Assert.Equal(3.0 * row.Int("flops") * 1000 * 4 / 1e12, row.Number("teraFlops"), 12);
        Assert.Equal(10, row.Number("seconds")); // the mean of 4 x 2.5 and the same again
        Assert.Equal(0.1, row.GetProperty("lastEpoch").Number("mean"), 12);
        Assert.Equal(0, row.GetProperty("lastEpoch").Number("deviation"), 12);
        JsonElement selected = row.GetProperty("selectedOnTest");
        Assert.Equal(0.25, selected.Number("bestEpochMean"), 12); // 0.3 and 0.2
        Assert.Equal(1, selected.GetProperty("bestOfAll").Int("seed"));
        Assert.Equal(2, selected.GetProperty("bestOfAll").Int("epoch"));
        Assert.Equal([1, 2], row.GetProperty("seeds").EnumerateArray().Select(seed => seed.Int("seed")));
        JsonElement[] wrong = [.. row.GetProperty("wrongByEverySeed").EnumerateArray()];
        Assert.Equal(80, wrong.Length);
        Assert.All(wrong, one => Assert.DoesNotContain(one.Int("true"), new[] { 3, 7 }));
        Assert.All(wrong, one => Assert.Equal([3, 7], one.GetProperty("read").Ints()));
    }

    [Fact]
    public void Run_IntoADocument_ReplacesTheMarkedPartAndNothingElse()
    {
        string document = _folder.At("docs/mine.md");
        Directory.CreateDirectory(_folder.At("docs"));
        File.WriteAllText(document, $"{Before}something old\n{After}");

        for (int time = 0; time < 2; time++)
        {
            TestShell shell = TestShell.Expect(
                0, "model", "table", _seven, _three, "--data", _data, "--into", document, "--figures", _folder.At("docs/images"));

            string text = File.ReadAllText(document);
            Assert.Equal($"{Before}{shell.Output}{After}", text);
            Assert.Contains("| `by-hand` | 215,194 | 2.5 | 4 | 0.0 | 10 | 2 | **10.000 ± 0.000 %** | – | ", text, StringComparison.Ordinal);
            Assert.Contains(" | 80 | *25.000 %* | *10.00 %* |\n", text, StringComparison.Ordinal);
            Assert.Contains("](images/misread-by-hand.png)\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("something old", text, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(_folder.At("docs/images/misread-by-hand.png")));
    }

    [Theory]
    [InlineData("no place at all")]
    [InlineData("<!-- table: end --> <!-- table: begin -->")]
    [InlineData("<!-- table: begin --> <!-- table: end --> <!-- table: begin --> <!-- table: end -->")]
    public void Run_DocumentWithoutItsPlace_ExitsWith2AndStays(string content)
    {
        string document = _folder.Write("mine.md", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Contains(
            "needs a place for the table",
            TestShell.Expect(2, "model", "table", _seven, "--data", _data, "--into", document).Error,
            StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(document));
    }

    [Fact]
    public void Run_OneSeedTwice_ExitsWith2()
    {
        string copy = Model("copy.safetensors", 7, seed: 1, [0.1, 0.1, 0.1, 0.1]);

        Assert.Contains("are both seed 1 of by-hand", TestShell.Expect(2, "model", "table", _seven, copy, "--data", _data).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OtherEpochs_AreARowOfTheirOwn()
    {
        string shorter = Model("shorter.safetensors", 7, seed: 1, [0.1]);

        JsonElement rows = TestShell.Expect(0, "model", "table", _seven, shorter, "--data", _data, "--json").Json().GetProperty("rows");

        Assert.Equal([4, 1], rows.EnumerateArray().Select(row => row.Int("epochs")));
        Assert.False(rows.At(0).GetProperty("lastEpoch").TryGetProperty("deviation", out _));
    }

    // Its file has no learning curves, so its cost is that of the trainings it is made of.
    [Fact]
    public void Run_Ensemble_CostsWhatItsMembersCost()
    {
        DigitClassifier made = ModelFile.Load(_seven);
        string file = _folder.At("ensemble.safetensors");
        ModelFile.Save(file, [made.Network, made.Network], made.Card with { Recipe = "ensemble", TrainImages = 1000, History = [] });

        JsonElement row = TestShell.Expect(0, "model", "table", file, "--data", _data, "--json").Json().GetProperty("rows").At(0);

        double expected = 0;
        foreach (EnsembleMembers members in Recipes.Ensembles["ensemble"].Members)
        {
            Recipe recipe = Recipes.All[members.Recipe];
            long flops = NeuralNetwork.Build(Architectures.All[recipe.Architecture], seed: 1).Flops;
            expected += members.Seeds * 3.0 * flops * 1000 * recipe.Epochs / 1e12;
        }

        Assert.Equal(expected, row.Number("teraFlops"), 9);
        Assert.Equal(2 * 215_194, row.Int("parameters"));
    }

    private string Model(string name, int digit, long seed, double[] watched)
    {
        string path = TestModels.Always(_folder.At(name), digit);
        DigitClassifier made = ModelFile.Load(path);
        EpochRecord[] history = [.. watched.Select((accuracy, i) => new EpochRecord(i + 1, 0.001, 1, 0.5, null, null, 2.5, accuracy))];
        ModelFile.Save(path, made.Network, made.Card with { Seed = seed, TrainImages = 1000, History = history });
        return path;
    }
}
