using System.CommandLine;
using System.Globalization;
using System.Text;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network.Digits;
using Cifra.Reporting;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra predict</c>: reads a data set into Kaggle's <c>ImageId,Label</c>.</summary>
internal static class PredictCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        Argument<string?> model = CommonOptions.Model();
        Option<string> data = CommonOptions.RequiredData();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        Option<bool> asIs = CommonOptions.AsIs();
        var output = new Option<string>("--out") { Description = "CSV to write; - for standard output.", HelpName = "FILE", Required = true };
        var withProbabilities = new Option<bool>("--probabilities")
        {
            Description = "Also write the probability of each digit, as columns P0 to P9; Kaggle does not accept them.",
        };
        Option<int> threads = CommonOptions.Threads();

        var command = new Command(
            "predict",
            """
            Read every picture of a data set and write ImageId,Label, as Kaggle's Digit Recognizer takes it.

            Examples:
              cifra predict --data test.csv --out submission.csv
              cifra predict my.safetensors --data mnist --out -
              cifra predict --data scans.csv --as-is --out as-they-are.csv
              cifra predict --data mnist --probabilities --out probabilities.csv
            """)
        {
            model, data, dataDir, normalize, asIs, output, withProbabilities, threads,
        };
        command.SetAction(args =>
        {
            DigitData opened = CommonOptions.OpenData(
                args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Test, args.GetValue(asIs), shell.Error, cancellation);
            return Run(
                CommonOptions.OpenModel(args.GetValue(model) ?? CommonOptions.ShippedFor(opened.ForEvaluation), args.GetValue(threads)),
                opened,
                new PredictOutput(args.GetRequiredValue(output), args.GetValue(withProbabilities)) { AsIs = args.GetValue(asIs), Threads = args.GetValue(threads) },
                shell,
                cancellation);
        });
        return command;
    }

    internal static int Run(DigitClassifier classifier, DigitData data, PredictOutput output, Shell shell, CancellationToken cancellation)
    {
        (DigitSet set, RepairReport? repair) = CommonOptions.Repaired(output.AsIs, classifier, data, output.Threads, cancellation);
        if (set.SqueezedTo is { } width)
        {
            shell.Error.WriteLine(RepairText.Squeezed(width));
        }

        if (RepairText.Line(repair) is { Length: > 0 } line)
        {
            shell.Error.WriteLine(line);
        }

        float[] probabilities = new float[set.Count * DigitClassifier.Classes];
        classifier.Probabilities(set.AllPixels, probabilities, cancellation);
        string csv = Csv(probabilities, output.WithProbabilities);
        if (output.File == "-")
        {
            shell.Output.Write(csv);
        }
        else
        {
            AtomicFile.Write(output.File, Encoding.ASCII.GetBytes(csv));
            shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output.File}: {set.Count} pictures read"));
        }

        return data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }

    private static string Csv(ReadOnlySpan<float> probabilities, bool withProbabilities)
    {
        var csv = new StringBuilder("ImageId,Label");
        if (withProbabilities)
        {
            csv.Append(",P0,P1,P2,P3,P4,P5,P6,P7,P8,P9");
        }

        csv.Append('\n');
        for (int i = 0; i < probabilities.Length / DigitClassifier.Classes; i++)
        {
            ReadOnlySpan<float> row = probabilities.Slice(i * DigitClassifier.Classes, DigitClassifier.Classes);
            csv.Append(CultureInfo.InvariantCulture, $"{i + 1},{DigitClassifier.Rank(row)[0].Value}");
            foreach (float probability in withProbabilities ? row : default)
            {
                csv.Append(CultureInfo.InvariantCulture, $",{probability}");
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }
}
