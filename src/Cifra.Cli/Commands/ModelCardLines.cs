using System.Text.Json;
using Cifra.Cli.Benchmarking;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Evaluation.Lines;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reporting.Cards;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra model card</c> for networks that read lines.</summary>
internal static class ModelCardLines
{
    /// <summary>Line networks: shipped ones by their name, or those of a file; null where the model reads single digits.</summary>
    /// <exception cref="ModelException">The file cannot be read, or is none.</exception>
    public static LineClassifier? Open(string model) => model switch
    {
        Pretrained.LinesName => Pretrained.Lines,
        Pretrained.PlatesName => Pretrained.Plates,
        _ => CommonOptions.OpenAnyModel(model).Card.Symbols is null ? null : CommonOptions.Opened(() => ModelFile.LoadLines(model)),
    };

    /// <summary>Measures the networks and writes their card.</summary>
    public static int Run(LineCardRequest request, Shell shell, CancellationToken cancellation)
    {
        DigitSet? pictures = request.Digits is null ? null : CommonOptions.Labelled(request.Digits, "to compose lines of");
        string stem = request.Target[..^".md".Length];
        JsonElement? before = File.Exists($"{stem}.json") ? JsonFile.Read($"{stem}.json") : null;
        var progress = new ProgressLine(shell);
        progress.Show($"reading {request.Lines} composed lines");
        LineReport report = LineEvaluator.Measure(request.Classifier, pictures, request.Lines, request.Threads, cancellation);
        progress.Show("speed");
        ModelSpeed? speed = request.WithSpeed ? SpeedOfModel.Measure(request.Classifier, cancellation) : null;
        progress.Clear();
        var content = new LineCardContent
        {
            Name = Path.GetFileName(stem),
            Classifier = request.Classifier,
            Evaluation = report,
            Command = shell.CommandLine,
            Speed = speed,
        };
        ModelCardCommand.Save(stem, ModelCardJson.Write(content, before), errors: null, shell);
        return request.Digits?.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }
}
