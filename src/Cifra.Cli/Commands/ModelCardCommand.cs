using System.CommandLine;
using System.Text;
using System.Text.Json;
using Cifra.Cli.Benchmarking;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Evaluation.Lines;
using Cifra.Evaluation.Refusals;
using Cifra.Evaluation.Robustness;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Reporting.Cards;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra model card</c>: measures a network and writes its card: to read, for machines, and its failures as pictures.</summary>
internal static class ModelCardCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        Argument<string?> model = CommonOptions.Model();
        Option<string> data = CommonOptions.Data();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        Option<int> images = RobustnessArguments.Images();
        Option<int> threads = CommonOptions.Threads();
        var target = new Option<string>("--out")
        {
            Description = "Markdown file to write, with NAME.json (the same figures) and NAME-errors.png (the misread pictures) beside it. "
                + "An existing NAME.json is compared with the new figures.",
            HelpName = "NAME.md",
            Required = true,
        };
        target.Validators.Add(result =>
        {
            string? file = result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
            if (file is not null && (!file.EndsWith(".md", StringComparison.Ordinal) || Path.GetFileName(file) == ".md"))
            {
                result.AddError($"--out takes a name that ends in .md; got {result.Tokens[0].Value}.");
            }
        });
        var composed = new Option<int>("--lines")
        {
            Description = $"Composed lines to measure networks with that read lines (default: {LineEvaluator.UsualLines}).",
            HelpName = "N",
            DefaultValueFactory = _ => LineEvaluator.UsualLines,
        };
        CommonOptions.ExpectPositive(composed);
        var noSpeed = new Option<bool>("--no-speed") { Description = "Leave out the speed; everything else is the same each time." };
        var command = new Command(
            "card",
            """
            Measure a network and write its card: where it comes from, accuracy, calibration, promises, robustness, speed, known failures.

            Examples:
              cifra model card --out models/mnist.md
              cifra model card quick.safetensors --data mnist --out quick.md
              cifra model card lines --out models/lines.md
              cifra model card plates --out models/plates.md
            """)
        {
            model, data, dataDir, normalize, images, composed, target, noSpeed, threads,
        };
        command.SetAction(args =>
        {
            if (args.GetValue(model) is { } named && ModelCardLines.Open(named) is { } lines)
            {
                DigitData? digits = LineEvaluator.IsForPlates(lines)
                    ? null
                    : CommonOptions.OpenData(
                        args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Test, shell.Error, cancellation);
                return ModelCardLines.Run(
                    new LineCardRequest(
                        lines, digits, args.GetRequiredValue(target), args.GetValue(composed), args.GetValue(threads), !args.GetValue(noSpeed)),
                    shell,
                    cancellation);
            }

            DigitData measured = CommonOptions.OpenData(
                args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Test, shell.Error, cancellation);
            string name = args.GetValue(model) ?? CommonOptions.ShippedFor(measured.ForEvaluation);
            return Run(
                new ModelCardRequest(
                    CommonOptions.OpenModel(name, args.GetValue(threads)),
                    measured,
                    RobustnessArguments.Options(args.GetValue(images), args.GetValue(normalize), args.GetValue(threads)),
                    args.GetRequiredValue(target),
                    !args.GetValue(noSpeed)),
                shell,
                cancellation);
        });
        return command;
    }

    internal static int Run(ModelCardRequest request, Shell shell, CancellationToken cancellation)
    {
        DigitSet set = CommonOptions.Labelled(request.Data, "to measure with");

        string stem = request.Target[..^".md".Length];
        JsonElement? before = File.Exists($"{stem}.json") ? JsonFile.Read($"{stem}.json") : null;
        var line = new ProgressLine(shell);
        line.Show("accuracy");
        EvaluationReport report = Evaluator.Evaluate(request.Classifier, set, request.Data.Name, cancellation: cancellation);
        report = report with
        {
            Robustness = RobustnessTest.Run(request.Classifier, set, request.Robustness, what => line.Show($"robustness: {what}"), cancellation),
        };
        line.Show("what is no digit");
        report = report with
        {
            NonDigits = request.Classifier.KnowsNonDigits ? NonDigitReport.Measure(request.Classifier, report.Predictions, cancellation) : null,
        };
        line.Show("speed");
        ModelSpeed? speed = request.WithSpeed ? SpeedOfModel.Measure(request.Classifier, cancellation) : null;
        line.Clear();
        byte[] json = ModelCardJson.Write(
            new ModelCardContent
            {
                Name = Path.GetFileName(stem),
                Classifier = request.Classifier,
                Evaluation = report,
                Command = shell.CommandLine,
                Speed = speed,
            },
            before);
        Save(stem, json, ErrorSheet.Draw(report), shell);
        return request.Data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }

    internal static void Save(string stem, byte[] json, GrayImage? errors, Shell shell)
    {
        string text = ModelCardText.Write(json);
        if (errors is not null)
        {
            AtomicFile.Write($"{stem}-errors.png", PngEncoder.Encode(errors));
            shell.Error.WriteLine($"{stem}-errors.png");
        }

        AtomicFile.Write($"{stem}.md", Encoding.UTF8.GetBytes(text));
        AtomicFile.Write($"{stem}.json", json); // last: what the next card is compared with
        shell.Error.WriteLine($"{stem}.md");
        shell.Error.WriteLine($"{stem}.json");
    }
}
