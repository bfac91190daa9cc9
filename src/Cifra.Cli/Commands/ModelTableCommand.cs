using System.CommandLine;
using Cifra.Cli.Protocol;
using Cifra.Data;
using Cifra.Imaging.Formats.Png;
using Cifra.Reading.Output;
using Cifra.Reporting;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra model table</c>: measures the seeds of one recipe or several, and makes a table of them.</summary>
internal static class ModelTableCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        var models = new Argument<string[]>("MODEL")
        {
            Description = "Networks saved by 'cifra train'; those of one recipe share a row.",
            Arity = ArgumentArity.OneOrMore,
        };
        CommonOptions.RefuseOptions(models);
        Option<string> data = CommonOptions.Data();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        var into = new Option<string?>("--into")
        {
            Description = $"Markdown file that receives the table, between the lines '{MarkedPart.Begin}' and '{MarkedPart.End}'.",
            HelpName = "FILE",
        };
        var figures = new Option<string?>("--figures")
        {
            Description = "Folder for pictures of what every seed of a recipe reads wrong: misread-RECIPE.png.",
            HelpName = "DIR",
        };
        var tta = new Option<bool>("--tta")
        {
            Description = "Also measure with test-time augmentation: the average over nine shifted views of each picture, at nine times the cost.",
        };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "table",
            """
            Measure several networks on the test part and print a table, a row a recipe: size, cost of training, mean and deviation over
            the seeds, calibration, and how many pictures every seed reads wrong.

            Examples:
              cifra model table quick-seed*.safetensors --tta
              cifra model table *.safetensors --into docs/accuracy.md --figures docs/images
            """)
        {
            models, data, dataDir, normalize, into, figures, tta, threads, json,
        };
        command.SetAction(args => Run(
            new ModelTableRequest(
                args.GetRequiredValue(models),
                CommonOptions.OpenData(
                    args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Test, shell.Error, cancellation),
                args.GetValue(into),
                args.GetValue(figures),
                args.GetValue(tta),
                args.GetValue(threads),
                args.GetValue(json)),
            shell,
            cancellation));
        return command;
    }

    internal static int Run(ModelTableRequest request, Shell shell, CancellationToken cancellation)
    {
        DigitSet set = CommonOptions.Labelled(request.Data, "to measure with");

        IReadOnlyList<SeedSummary> rows = SeedGroups.Of(
            [.. request.Models.Select(file => SeedResult.Measure(file, set, request.Data.Name, request.Threads, cancellation, request.Tta))]);
        Dictionary<SeedSummary, string> figures = request.Figures is { } folder ? WriteFigures(rows, folder, shell) : [];
        string table = AccuracyTable.Write(rows, row => figures.TryGetValue(row, out string? file) ? Link(file, request.Into) : null);
        if (request.Into is { } document)
        {
            MarkedPart.Replace(document, table);
            shell.Error.WriteLine($"table: {document}");
        }

        if (request.Json)
        {
            JsonLine.Write(shell.Output, json =>
            {
                json.WriteStartArray("rows");
                foreach (SeedSummary row in rows)
                {
                    json.WriteStartObject();
                    SeedsJson.Write(json, row);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            shell.Output.Write(table);
        }

        return request.Data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }

    private static Dictionary<SeedSummary, string> WriteFigures(IReadOnlyList<SeedSummary> rows, string folder, Shell shell)
    {
        var files = new Dictionary<SeedSummary, string>();
        foreach (SeedSummary row in rows.Where(row => row.Misread.Count > 0))
        {
            string name = $"misread-{AccuracyTable.Name(row)}";
            bool taken = files.Values.Any(other => Path.GetFileNameWithoutExtension(other) == name);
            string file = Path.Combine(folder, taken ? $"{name}-{row.First.Epochs}.png" : $"{name}.png");
            AtomicFile.Write(file, PngEncoder.Encode(MisreadSheet.Draw(row.First.Report.Predictions.Set, [.. row.Misread.Take(MisreadSheet.MostImages)])));
            if (row.Misread.Count > MisreadSheet.MostImages)
            {
                shell.Error.WriteLine($"{file}: the first {MisreadSheet.MostImages} of {row.Misread.Count}");
            }

            files.Add(row, file);
        }

        return files;
    }

    private static string Link(string file, string? document)
    {
        string from = Path.GetDirectoryName(Path.GetFullPath(document ?? "."))!;
        return (document is null ? file : Path.GetRelativePath(from, file)).Replace('\\', '/');
    }
}
