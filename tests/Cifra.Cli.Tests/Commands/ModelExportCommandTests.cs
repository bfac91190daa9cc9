using System.Text.Json;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Onnx;

namespace Cifra.Cli.Tests.Commands;

public sealed class ModelExportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_OutWithoutModel_SavesTheShippedOne()
    {
        string file = _folder.At("copies/shipped.safetensors");

        TestShell shell = TestShell.Expect(0, "model", "export", "--out", file);

        string shipped = Shipped.Text("model");
        Assert.Equal(shipped, TestModels.HashOf(file));
        Assert.Equal($"{file}: {shipped}\n", shell.Error);
        Assert.Equal(shipped, TestShell.Expect(0, "model", "info", file, "--json").Json().Text("model"));
    }

    [Fact]
    public void Run_OutWithModel_SavesTheSameBytes()
    {
        string model = TestModels.Always(_folder.At("m"), 7);

        TestShell.Expect(0, "model", "export", model, "--out", _folder.At("copy"));

        Assert.Equal(File.ReadAllBytes(model), File.ReadAllBytes(_folder.At("copy")));
    }

    [Fact]
    public void Run_OnnxWithoutModel_WritesTheShippedOne()
    {
        string file = _folder.At("new/digits.onnx");

        TestShell shell = TestShell.Expect(0, "model", "export", "--onnx", file);

        Assert.Equal(Exported(Pretrained.Mnist, new OnnxOptions()), File.ReadAllBytes(file));
        Assert.Empty(shell.Output);
        Assert.Equal($"{file}: {Shipped.Text("model")} as ONNX, opset 17\n", shell.Error);
    }

    [Fact]
    public void Run_OnnxKeepNorms_WritesTheOneWithNorms()
    {
        TestShell.Expect(0, "model", "export", "--onnx", _folder.At("digits.onnx"), "--keep-norms");

        byte[] kept = Exported(Pretrained.Mnist, new OnnxOptions { KeepNorms = true });
        Assert.NotEqual(Exported(Pretrained.Mnist, new OnnxOptions()), kept);
        Assert.Equal(kept, File.ReadAllBytes(_folder.At("digits.onnx")));
    }

    [Fact]
    public void Run_BothFilesOfAModel_WritesBothOverOldOnes()
    {
        string model = TestModels.Always(_folder.At("m"), 7);
        string onnx = _folder.Write("m.onnx", "old"u8);
        string copy = _folder.Write("copy", "old"u8);

        TestShell.Expect(0, "model", "export", model, "--out", copy, "--onnx", onnx);

        Assert.Equal(TestModels.HashOf(model), TestModels.HashOf(copy));
        Assert.Equal(Exported(ModelFile.Load(model), new OnnxOptions()), File.ReadAllBytes(onnx));
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Run_OnnxToStandardOutput_WritesTheSameBytes()
    {
        var shell = new TestShell();
        TestShell.Expect(0, "model", "export", "--onnx", _folder.At("digits.onnx"));

        Assert.Equal(0, shell.Run("model", "export", "--onnx", "-"));

        Assert.Equal(File.ReadAllBytes(_folder.At("digits.onnx")), shell.OutputBytes);
        Assert.Empty(shell.Output);
    }

    [Fact]
    public void Run_OnnxOverTheModel_ExitsWith2AndKeepsIt()
    {
        string model = TestModels.Always(_folder.At("m"), 7);
        byte[] before = File.ReadAllBytes(model);

        Assert.Contains("would overwrite the network", TestShell.Expect(2, "model", "export", model, "--onnx", model).Error, StringComparison.Ordinal);
        Assert.Contains(
            "would overwrite the network",
            TestShell.Expect(2, "model", "export", "--out", _folder.At("x"), "--onnx", _folder.At("x")).Error,
            StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(model));
        Assert.False(File.Exists(_folder.At("x")));
    }

    [Fact]
    public void Run_ModelThatIsNone_ExitsWith4AndWritesNothing()
    {
        string model = _folder.Write("model.safetensors", "no network"u8);

        TestShell.Expect(4, "model", "export", model, "--onnx", _folder.At("m.onnx"));

        Assert.False(File.Exists(_folder.At("m.onnx")));
    }

    [Fact]
    public void Run_UnwritableFile_ExitsWith3()
    {
        string file = _folder.Write("file", "x"u8);

        TestShell.Expect(3, "model", "export", "--onnx", Path.Combine(file, "m.onnx"));
        TestShell.Expect(3, "model", "export", "--onnx", _folder.Path);
    }

    private static JsonElement Shipped => TestShell.Expect(0, "model", "info", "--json").Json();

    private static byte[] Exported(DigitClassifier classifier, OnnxOptions options)
    {
        using var stream = new MemoryStream();
        OnnxExporter.Export(classifier, stream, options);
        return stream.ToArray();
    }
}
