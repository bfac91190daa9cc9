using System.CommandLine;
using System.Globalization;
using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Cifra.Benchmarks.Peers;

/// <summary><c>check-onnx</c>: exported networks in ONNX Runtime against Cifra, on MNIST's 10,000 test pictures.</summary>
internal static class OnnxCheckCommand
{
    public const string Name = "check-onnx";

    private const double Allowed = 1e-4;
    private const int Batch = 500;
    private const int Digits = DigitClassifier.Classes;

    public static Command Create()
    {
        var model = new Argument<string?>("MODEL")
        {
            Description = "Network saved by 'cifra train'. Without it: the one that ships inside.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of MNIST's files. Without it: {MnistLocation.VariableName}, then the per-user cache.",
        };
        var command = new Command(Name, "Compare an exported network in ONNX Runtime with Cifra. Exits with 1 where a probability differs by more than 1e-4.")
        {
            model, data,
        };
        command.SetAction((args, cancellation) => Task.Run(() => Run(args.GetValue(model), args.GetValue(data), cancellation), cancellation));
        return command;
    }

    private static int Run(string? model, string? data, CancellationToken cancellation)
    {
        DigitClassifier classifier = model is null ? Pretrained.Mnist : ModelFile.Load(model);
        var options = new DigitSourceOptions { Mnist = MnistLocation.FromEnvironment(data), Part = DigitPart.Test };
        DigitSet pictures = DigitSource.Open("mnist", options, cancellation).ForEvaluation;
        float[] expected = new float[pictures.Count * Digits];
        classifier.Probabilities(pictures.AllPixels, expected, cancellation);
        bool agree = true;
        foreach (bool keepNorms in (bool[])[false, true])
        {
            using var file = new MemoryStream();
            OnnxExporter.Export(classifier, file, new OnnxOptions { KeepNorms = keepNorms });
            float[] found = Probabilities(file.ToArray(), pictures, cancellation);
            double largest = expected.Zip(found, (a, b) => Math.Abs((double)a - b)).Aggregate(0.0, Math.Max); // NaN stays NaN, and fails
            int different = expected.Chunk(Digits).Zip(found.Chunk(Digits)).Count(picture => Likeliest(picture.First) != Likeliest(picture.Second));
            Console.Out.Write($"norms {(keepNorms ? "kept" : "folded")}: ");
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"largest difference over {pictures.Count:N0} pictures: {largest:0.00e-0}; {different} read differently"));
            agree &= largest <= Allowed;
        }

        return agree ? 0 : 1;
    }

    // The ten of every picture, given that it shows a digit, as Cifra gives them.
    private static float[] Probabilities(byte[] file, DigitSet pictures, CancellationToken cancellation)
    {
        using var session = new InferenceSession(file);
        using var options = new RunOptions();
        var all = new List<float>(pictures.Count * Digits);
        for (int start = 0; start < pictures.Count; start += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(Batch, pictures.Count - start);
            byte[] pixels = pictures.AllPixels.Slice(start * DigitInput.Size, count * DigitInput.Size).ToArray();
            float[] levels = [.. pixels.Select(level => (float)level)];
            using OrtValue input = OrtValue.CreateTensorValueFromMemory(levels, [count, 1, DigitInput.Side, DigitInput.Side]);
            using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, [OnnxExporter.Input], [input], [OnnxExporter.Probabilities]);
            float[] rows = outputs[0].GetTensorDataAsSpan<float>().ToArray();
            foreach (float[] row in rows.Chunk(rows.Length / count))
            {
                float sum = row[..Digits].Sum();
                all.AddRange(row[..Digits].Select(p => p / sum));
            }
        }

        return [.. all];
    }

    private static int Likeliest(float[] row) => Array.IndexOf(row, row.Max());
}
