using System.CommandLine;
using System.Globalization;
using System.Text;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network.Digits;
using Cifra.Reading;
using Cifra.Reporting;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra evaluate</c>: measures a network on labelled pictures.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        Argument<string?> model = CommonOptions.Model();
        Option<string> data = CommonOptions.Data();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        Option<bool> asIs = CommonOptions.AsIs();
        var report = new Option<string?>("--report")
        {
            Description = "HTML page to write, - for standard output: figures, learning curves, confusion matrix, every error as a picture.",
            HelpName = "FILE",
        };
        var minimum = new Option<double?>("--min-accuracy")
        {
            Description = $"Exit with {ExitCodes.AccuracyNotMet} where the accuracy is below this, 0 to 1.",
            HelpName = "RATE",
        };
        minimum.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value) && value is not (>= 0 and <= 1))
            {
                result.AddError($"--min-accuracy takes a rate from 0 to 1; got {result.Tokens[0].Value}.");
            }
        });
        Option<double[]> maxErrors = MaxErrorOption.Several(
            "Promise that at most this part of the accepted digits is wrong, and measure what that refuses; give it again for several rates.");
        var nonDigits = new Option<bool>("--non-digits") { Description = "Also measure how many pictures of no digit are refused, kind by kind." };
        var robustness = new RobustnessArguments();
        var strings = new StringsArguments();
        var micr = new MicrArguments();
        var tta = new Option<bool>("--tta") { Description = "Test-time augmentation: average over nine views of each picture, moved by a pixel each way; also says the accuracy without." };
        Option<string?> neighbours = TrainingPictures.Option();
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();

        var command = new Command(
            "evaluate",
            """
            Measure a network on labelled pictures: accuracy with its 95 % interval, precision and recall per digit, confusion matrix.
            Takes the test part of a set that has two. Damaged 28x28 pictures are repaired first, and counted; clean ones are never touched.

            Examples:
              cifra evaluate
              cifra evaluate quick.safetensors --report report.html
              cifra evaluate --data my-digits/ --json
              cifra evaluate my.safetensors --min-accuracy 0.99
              cifra evaluate --max-error 0.001 --max-error 0.0005 --non-digits
              cifra evaluate --robustness --report report.html
              cifra evaluate --data scans.npz --as-is
              cifra evaluate --tta
              cifra evaluate --strings truth.csv --images scans/ --report report.html
              cifra evaluate --strings truth.csv --images cheques/ --as cheque --field amount
              cifra evaluate --micr 1000 --dpi 200 --min-accuracy 0.999

            With --strings it is the reading of whole numbers that is measured: exact strings, character errors, how much is read at 1 % and 0.1 % of errors.
            """)
        {
            model, data, dataDir, normalize, asIs, report, minimum, maxErrors, nonDigits, tta, neighbours, threads, json,
        };
        robustness.AddTo(command);
        strings.AddTo(command);
        micr.AddTo(command);
        command.SetAction(args =>
        {
            DigitData Open(string set, DigitPart part) =>
                CommonOptions.OpenData(set, args.GetValue(dataDir), args.GetValue(normalize), part, args.GetValue(asIs), shell.Error, cancellation);

            if (micr.Of(args, args.GetValue(threads)) is { } drawn)
            {
                return EvaluateMicr.Run(drawn, args.GetValue(minimum), args.GetValue(json), shell, cancellation);
            }

            string? named = args.GetValue(model);
            if (strings.Of(args, named, args.GetValue(maxErrors) ?? []) is { } asked)
            {
                return EvaluateStrings.Run(
                    asked with
                    {
                        ReportFile = args.GetValue(report),
                        MinAccuracy = args.GetValue(minimum),
                        Json = args.GetValue(json),
                        Threads = args.GetValue(threads),
                    },
                    CommonOptions.OpenModel(asked.Pictures.Model, threads: 1), // many pictures at a time, each on one thread
                    shell,
                    cancellation);
            }

            DigitClassifier? given = named is null ? null : CommonOptions.OpenModel(named, args.GetValue(threads)); // before any work on the data
            DigitData measured = Open(args.GetRequiredValue(data), DigitPart.Test);
            string name = named ?? CommonOptions.ShippedFor(measured.ForEvaluation);
            DigitClassifier classifier = given ?? CommonOptions.OpenModel(name, args.GetValue(threads));
            return Run(
                new EvaluateRequest(classifier, name, measured, args.GetValue(report), args.GetValue(minimum), args.GetValue(json))
                {
                    MaxErrors = args.GetValue(maxErrors) ?? [],
                    NonDigits = args.GetValue(nonDigits),
                    Robustness = robustness.Of(args, args.GetValue(normalize), args.GetValue(asIs), args.GetValue(threads)),
                    AsIs = args.GetValue(asIs),
                    Tta = args.GetValue(tta),
                    Neighbours = () => TrainingPictures.Open(args.GetValue(neighbours), classifier.Card.Data, measured, set => Open(set, DigitPart.Train)),
                    Threads = args.GetValue(threads),
                },
                shell,
                cancellation);
        });
        return command;
    }

    internal static int Run(EvaluateRequest request, Shell shell, CancellationToken cancellation)
    {
        DigitSet set = CommonOptions.Labelled(request.Data, "to measure with");

        IReadOnlyList<SelectiveRiskThreshold> promises = EvaluateRefusals.Promises(request);
        EvaluationReport report = EvaluateErrors.Evaluate(request, cancellation);
        report = EvaluateRefusals.Add(report, promises, request, cancellation);
        report = request.Robustness?.Measure(report, request.Classifier, set, shell, cancellation) ?? report;
        if (request.ReportFile is { } file)
        {
            string page = HtmlReport.Write(report, ModelInfo.Of(request.Classifier, request.ModelName));
            shell.Write(file, Encoding.UTF8.GetBytes(page));
            shell = shell.BesideDocument(file == "-");
            shell.Error.WriteLine($"report: {file}");
        }

        if (request.Json)
        {
            shell.Output.WriteLine(Encoding.UTF8.GetString(EvaluationJson.Write(report)));
        }
        else
        {
            EvaluationView.Print(report, shell);
        }

        if (report.Accuracy < request.MinAccuracy)
        {
            shell.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"cifra: the accuracy of {report.Accuracy:F4} is below the {request.MinAccuracy} that was asked for"));
            return ExitCodes.AccuracyNotMet;
        }

        return request.Data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }
}
