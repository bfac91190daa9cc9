using System.CommandLine;
using System.Globalization;
using System.Text;
using Cifra.Data;
using Cifra.Network;

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
        var output = new Option<string>("--out") { Description = "CSV to write; - for standard output.", HelpName = "FILE", Required = true };
        Option<int> threads = CommonOptions.Threads();

        var command = new Command(
            "predict",
            """
            Read every picture of a data set and write ImageId,Label, as Kaggle's Digit Recognizer takes it.

            Examples:
              cifra predict --data test.csv --out submission.csv
              cifra predict my.safetensors --data mnist --out -
            """)
        {
            model, data, dataDir, normalize, output, threads,
        };
        command.SetAction(args => Run(
            CommonOptions.OpenModel(args.GetValue(model), args.GetValue(threads)),
            CommonOptions.OpenData(args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Test, shell.Error, cancellation),
            args.GetRequiredValue(output),
            shell,
            cancellation));
        return command;
    }

    internal static int Run(DigitClassifier classifier, DigitData data, string output, Shell shell, CancellationToken cancellation)
    {
        DigitSet set = data.ForEvaluation;
        float[] probabilities = new float[set.Count * DigitClassifier.Classes];
        classifier.Probabilities(set.AllPixels, probabilities, cancellation);
        var csv = new StringBuilder("ImageId,Label\n");
        for (int i = 0; i < set.Count; i++)
        {
            int label = DigitClassifier.Rank(probabilities.AsSpan(i * DigitClassifier.Classes, DigitClassifier.Classes))[0].Value;
            csv.Append(CultureInfo.InvariantCulture, $"{i + 1},{label}\n");
        }

        if (output == "-")
        {
            shell.Output.Write(csv);
        }
        else
        {
            AtomicFile.Write(output, Encoding.ASCII.GetBytes(csv.ToString()));
            shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {set.Count} pictures read"));
        }

        return data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }
}
