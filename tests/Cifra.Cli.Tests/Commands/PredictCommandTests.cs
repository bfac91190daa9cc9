using Cifra.Data;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Tests.Commands;

public sealed class PredictCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_CsvWithoutLabels_WritesWhatKaggleTakes()
    {
        string model = TestModels.Always(_folder.At("m"), 7);
        string data = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(3, seed: 6), labelled: false);

        TestShell toFile = TestShell.Expect(0, "predict", model, "--data", data, "--out", _folder.At("out.csv"));
        TestShell toOutput = TestShell.Expect(0, "predict", model, "--data", data, "--out", "-");

        Assert.Equal("ImageId,Label\n1,7\n2,7\n3,7\n", File.ReadAllText(_folder.At("out.csv")));
        Assert.Equal(File.ReadAllText(_folder.At("out.csv")), toOutput.Output);
        Assert.Empty(toFile.Output);
        Assert.Empty(toOutput.Error);
        Assert.Equal($"{_folder.At("out.csv")}: 3 pictures read\n", toFile.Error);
    }

    [Fact]
    public void Run_Probabilities_StandBehindTheLabel()
    {
        string model = TestModels.Always(_folder.At("m"), 7, probability: 0.91);
        string data = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(2, seed: 6), labelled: false);

        string[] lines = TestShell.Expect(0, "predict", model, "--data", data, "--probabilities", "--out", "-").Lines;

        Assert.Equal("ImageId,Label,P0,P1,P2,P3,P4,P5,P6,P7,P8,P9", lines[0]);
        string[] second = lines[2].Split(',');
        Assert.Equal(["2", "7"], second[..2]);
        double[] probabilities = [.. second[2..].Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal([0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.91, 0.01, 0.01], probabilities, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Run_ShippedNetworkOnLargeDrawnDigits_ReadsMostOfThem()
    {
        DigitSet set = DrawnDigits.Create(100, seed: 7);
        string data = TestData.WriteIdx(_folder.At("data"), "mine", set);

        string[] lines = TestShell.Expect(0, "predict", "--data", data, "--out", "-").Lines;

        int right = Enumerable.Range(0, 100).Count(i => lines[i + 1] == FormattableString.Invariant($"{i + 1},{set.Labels[i]}"));
        Assert.True(right >= 80, $"{right} of 100"); // far from chance, whatever the network learned from
    }

    [Theory]
    [InlineData("label,pixel0\n1,300\n")]
    [InlineData("a,b\n")]
    public void Run_DamagedCsv_ExitsWith3AndNamesTheFile(string content)
    {
        string data = _folder.Write("test.csv", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.StartsWith($"cifra: {data}: ", TestShell.Expect(3, "predict", "--data", data, "--out", "-").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnwritableOutput_ExitsWith3()
    {
        string data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(1, seed: 7));
        string file = _folder.Write("file", "x"u8);

        TestShell.Expect(3, "predict", "--data", data, "--out", Path.Combine(file, "out.csv"));
    }
}
