using System.CommandLine;
using System.Text;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Evaluation.Comparison;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Reporting.Text;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra model compare A B</c>: whether one network reads better than another, and where they part.</summary>
internal static class ModelCompareCommand
{
    private const int WarmUpPictures = 512; // the first calls of a process pay for the compiler
    private const int BytesOfNumber = 4;

    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        var first = new Argument<string>("A") { Description = "A network saved by 'cifra train', or the name of one that ships inside." };
        var second = new Argument<string>("B") { Description = "The network to compare it with." };
        CommonOptions.RefuseOptions(first);
        CommonOptions.RefuseOptions(second);
        Option<string> data = CommonOptions.Data();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        var report = new Option<string?>("--report")
        {
            Description = "HTML page to write, - for standard output: figures, and each picture that only one network reads right.",
            HelpName = "FILE",
        };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "compare",
            """
            Compare two networks on the same pictures: the difference of their accuracies with its 95 % interval, McNemar's exact test, the pictures that only one
            of them reads right, size, operations and speed.

            Examples:
              cifra model compare old.safetensors new.safetensors
              cifra model compare a.safetensors b.safetensors --data my-digits/ --report compare.html
            """)
        {
            first, second, data, dataDir, normalize, report, threads, json,
        };
        command.SetAction(args => Run(
            new ModelCompareRequest(
                (args.GetRequiredValue(first), CommonOptions.OpenModel(args.GetRequiredValue(first), args.GetValue(threads))),
                (args.GetRequiredValue(second), CommonOptions.OpenModel(args.GetRequiredValue(second), args.GetValue(threads))),
                CommonOptions.OpenData(
                    args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Test, shell.Error, cancellation),
                args.GetValue(report),
                args.GetValue(json)),
            shell,
            cancellation));
        return command;
    }

    internal static int Run(ModelCompareRequest request, Shell shell, CancellationToken cancellation)
    {
        DigitSet set = CommonOptions.Labelled(request.Data, "to compare on");

        EvaluationReport first = Evaluate(request.First.Classifier, set, cancellation);
        EvaluationReport second = Evaluate(request.Second.Classifier, set, cancellation);
        var report = new ComparisonReport(
            request.Data.Name,
            Describe(request.First, first.Seconds),
            Describe(request.Second, second.Seconds),
            new ModelComparison(first.Predictions, second.Predictions));
        if (request.ReportFile is { } file)
        {
            shell.Write(file, Encoding.UTF8.GetBytes(ComparisonPage.Write(report)));
            shell = shell.BesideDocument(file == "-");
            shell.Error.WriteLine($"report: {file}");
        }

        if (request.Json)
        {
            shell.Output.WriteLine(Encoding.UTF8.GetString(ComparisonJson.Write(report)));
        }
        else
        {
            shell.Output.Write(ComparisonText.Write(report));
        }

        return request.Data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }

    private static EvaluationReport Evaluate(DigitClassifier classifier, DigitSet set, CancellationToken cancellation)
    {
        int warmUp = Math.Min(WarmUpPictures, set.Count);
        classifier.Probabilities(set.AllPixels[..(warmUp * DigitInput.Size)], new float[warmUp * DigitClassifier.Classes], cancellation);
        return Evaluator.Evaluate(classifier, set, cancellation: cancellation);
    }

    private static ComparedModel Describe((string Name, DigitClassifier Classifier) model, double seconds)
    {
        IReadOnlyList<NeuralNetwork> networks = model.Classifier.Networks; // an ensemble costs what its members cost
        Parameter[] parameters = [.. networks.SelectMany(network => network.Parameters).Select(named => named.Parameter)];
        long numbers = parameters.Sum(parameter => (long)parameter.Length);
        long learned = parameters.Where(parameter => parameter.Learned).Sum(parameter => (long)parameter.Length);
        long bytes = File.Exists(model.Name) ? new FileInfo(model.Name).Length : numbers * BytesOfNumber;
        return new ComparedModel(model.Name, model.Classifier.Hash, learned, bytes, networks.Sum(network => network.Flops), seconds);
    }
}
