using System.CommandLine;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Onnx;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra model export</c>: saves a copy of a network, or the network as ONNX for other programs.</summary>
internal static class ModelExportCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string?> model = CommonOptions.Model();
        var copy = new Option<string?>("--out") { Description = "Safetensors file to write: a copy.", HelpName = "FILE" };
        var onnx = new Option<string?>("--onnx")
        {
            Description = "ONNX file to write, - for standard output, for ONNX Runtime and others. "
                + "Input 'pictures' [batch, 1, 28, 28] takes grey levels of 0 to 255, ink bright on black; the graph normalizes them itself. "
                + "Outputs 'scores' and 'probabilities' [batch, 10].",
            HelpName = "FILE",
        };
        var keepNorms = new Option<bool>("--keep-norms")
        {
            Description = "In the ONNX file, keep each BatchNorm as a node. Else it is folded into the convolution before it: "
                + "the same answers but for rounding, in fewer steps.",
        };
        var command = new Command(
            "export",
            """
            Save a network, MODEL or the one that ships inside: a copy as safetensors, or as ONNX for other programs to run.

            Examples:
              cifra model export --out shipped.safetensors
              cifra model export --onnx digits.onnx
              cifra model export quick.safetensors --onnx quick.onnx
            """)
        {
            model, copy, onnx, keepNorms,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(copy) is null && result.GetResult(onnx) is null)
            {
                result.AddError("Nothing to write; name a file with --out or --onnx.");
            }
            else if (result.GetValue(keepNorms) && result.GetResult(onnx) is null)
            {
                result.AddError("--keep-norms belongs to --onnx.");
            }
        });
        command.SetAction(args => Run(
            args.GetValue(model), args.GetValue(copy), args.GetValue(onnx), new OnnxOptions { KeepNorms = args.GetValue(keepNorms) }, shell));
        return command;
    }

    internal static int Run(string? model, string? copy, string? onnx, OnnxOptions options, Shell shell)
    {
        if (onnx is not null && (SameFile(onnx, model) || SameFile(onnx, copy)))
        {
            throw new UsageException($"--onnx would overwrite the network {onnx}; name another file.");
        }

        DigitClassifier classifier = CommonOptions.OpenModel(model ?? Pretrained.MnistName, threads: 1);
        if (onnx is not null && classifier.Networks.Count > 1)
        {
            throw new UsageException($"--onnx takes one network; {model} is an ensemble of {classifier.Networks.Count}.");
        }

        if (copy is not null)
        {
            string hash = ModelFile.Save(copy, classifier.Networks, classifier.Card);
            shell.Error.WriteLine($"{copy}: {hash}");
        }

        if (onnx is not null)
        {
            Export(classifier, onnx, options, shell);
            shell.Error.WriteLine($"{onnx}: {classifier.Hash} as ONNX, opset {OnnxExporter.Opset}");
        }

        return ExitCodes.Done;
    }

    private static void Export(DigitClassifier classifier, string target, OnnxOptions options, Shell shell)
    {
        if (target != "-")
        {
            OnnxExporter.Export(classifier, target, options);
            return;
        }

        using Stream output = shell.OutputBytes();
        OnnxExporter.Export(classifier, output, options);
    }

    private static bool SameFile(string file, string? other) => other is not null && file != "-" && Path.GetFullPath(file) == Path.GetFullPath(other);
}
