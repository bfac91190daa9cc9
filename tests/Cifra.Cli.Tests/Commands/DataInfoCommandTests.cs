using System.Text.Json;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging.Formats;
using Cifra.Network;

namespace Cifra.Cli.Tests.Commands;

public sealed class DataInfoCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_HalfBlackHalfWhite_MeasuresOneHalf()
    {
        byte[] pixels = new byte[2 * DigitInput.Size];
        pixels.AsSpan(DigitInput.Size).Fill(255);
        string data = TestData.WriteIdx(_folder.At("data"), "mine", new DigitSet("mine", pixels, [3, 8]));

        TestShell shell = TestShell.Expect(0, "data", "info", data, "--sheet", _folder.At("sheet.png"), "--json");

        JsonElement json = shell.Json();
        Assert.Equal(["schemaVersion", "data", "train", "failed"], json.Names());
        Assert.Equal(data, json.Text("data"));
        JsonElement train = json.GetProperty("train");
        Assert.Equal(["images", "perClass", "mean", "deviation", "sheet"], train.Names());
        Assert.Equal(2, train.Int("images"));
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 1, 0], train.GetProperty("perClass").Ints());
        Assert.Equal(0.5, train.Number("mean"), 1e-9);
        Assert.Equal(0.5, train.Number("deviation"), 1e-9);
        Assert.True(PictureFile.Load(train.Text("sheet")).Width >= 28);
    }

    [Fact]
    public void Run_TwoParts_DrawsASheetOfEach()
    {
        string data = TestData.WriteIdx(_folder.At("data"), "train", DrawnDigits.Create(20, seed: 1));
        TestData.WriteIdx(data, "t10k", DrawnDigits.Create(10, seed: 2));

        TestShell shell = TestShell.Expect(0, "data", "info", data, "--sheet", _folder.At("sheet.png"));

        Assert.Equal($"samples: {_folder.At("sheet-train.png")}\nsamples: {_folder.At("sheet-test.png")}\n", shell.Error);
        Assert.True(File.Exists(_folder.At("sheet-train.png")) && File.Exists(_folder.At("sheet-test.png")));
        Assert.Contains("deviation", shell.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shell.Output);
    }

    [Fact]
    public void Run_BadPictureAmongGood_ExitsWith5AndCountsIt()
    {
        string data = TestData.WritePictures(_folder.At("pictures"), DrawnDigits.Create(10, seed: 6));
        _folder.Write("pictures/3/bad.png", "no picture"u8);

        Assert.Equal(1, TestShell.Expect(5, "data", "info", data, "--sheet", _folder.At("s.png"), "--json").Json().Int("failed"));
    }

    [Fact]
    public void Run_FolderOfSomethingElse_ExitsWith3() =>
        Assert.Contains("sub-folders 0 to 9", TestShell.Expect(3, "data", "info", _folder.Path).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_DamagedIdx_ExitsWith3AndSaysWhere()
    {
        string data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(2, seed: 1));
        string images = Path.Combine(data, "mine-images-idx3-ubyte");
        File.WriteAllBytes(images, File.ReadAllBytes(images)[..^1]);

        TestShell shell = TestShell.Expect(3, "data", "info", data, "--sheet", _folder.At("s.png"));

        Assert.Contains(images, shell.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("s.png")));
    }
}
