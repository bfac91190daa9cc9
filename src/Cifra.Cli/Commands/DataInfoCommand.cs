using System.CommandLine;
using System.Globalization;
using Cifra.Data;
using Cifra.Imaging.Formats.Png;
using Cifra.Reading.Output;
using Spectre.Console;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra data info SET</c>: counts, mean and deviation, and a sheet of samples.</summary>
internal static class DataInfoCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        var set = new Argument<string>("SET")
        {
            Description = "mnist, drawn, a folder of IDX files, a folder of pictures with sub-folders 0 to 9, a Kaggle CSV, or an .npz.",
        };
        CommonOptions.RefuseOptions(set);
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        var sheet = new Option<string>("--sheet")
        {
            Description = "PNG to write: sample pictures, a row per class. If the set has two parts, '-train' and '-test' are added to the name.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "samples.png",
        };
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "info",
            """
            Count a data set's pictures per class, measure mean and deviation of its pixels, and draw a sheet of samples.

            Examples:
              cifra data info mnist
              cifra data info drawn --sheet drawn.png
            """)
        {
            set, dataDir, normalize, sheet, json,
        };
        command.SetAction(args => Run(
            CommonOptions.OpenData(args.GetRequiredValue(set), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Both, shell.Error, cancellation),
            args.GetRequiredValue(sheet),
            args.GetValue(json),
            shell));
        return command;
    }

    internal static int Run(DigitData data, string sheet, bool asJson, Shell shell)
    {
        (string Part, DigitSet Set)[] parts =
        [
            .. data.Train is { } train ? [("train", train)] : Array.Empty<(string, DigitSet)>(),
            .. data.Test is { } test ? [("test", test)] : Array.Empty<(string, DigitSet)>(),
        ];
        (string Part, DigitSet Set, DigitStatistics Statistics, string Sheet)[] rows =
            [.. parts.Select(p => (p.Part, p.Set, DigitStatistics.Of(p.Set), SheetName(sheet, p.Part, parts.Length > 1)))];
        foreach ((_, DigitSet set, _, string file) in rows)
        {
            AtomicFile.Write(file, PngEncoder.Encode(SampleSheet.Draw(set)));
        }

        if (asJson)
        {
            PrintJson(data, rows, shell.Output);
        }
        else
        {
            PrintTable(rows, shell);
        }

        return data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }

    private static string SheetName(string sheet, string part, bool several) => several
        ? Path.Combine(Path.GetDirectoryName(sheet) ?? "", $"{Path.GetFileNameWithoutExtension(sheet)}-{part}{Path.GetExtension(sheet)}")
        : sheet;

    private static void PrintTable((string Part, DigitSet Set, DigitStatistics Statistics, string Sheet)[] rows, Shell shell)
    {
        Table table = new Table().Border(TableBorder.Minimal).AddColumn("class");
        foreach ((_, DigitSet set, _, _) in rows)
        {
            table.AddColumn(new TableColumn(Markup.Escape(set.Name)).RightAligned());
        }

        for (int digit = 0; digit < 10 && rows.Any(row => row.Set.HasLabels); digit++)
        {
            table.AddRow([$"{digit}", .. rows.Select(row => row.Set.HasLabels ? Text($"{row.Statistics.ClassCounts[digit]:N0}") : "-")]);
        }

        table.AddRow(["all", .. rows.Select(row => Text($"{row.Statistics.Count:N0}"))]);
        table.AddRow(["mean", .. rows.Select(row => Text($"{row.Statistics.Mean:F4}"))]);
        table.AddRow(["deviation", .. rows.Select(row => Text($"{row.Statistics.Deviation:F4}"))]);
        shell.Canvas().Write(table);
        foreach ((_, _, _, string file) in rows)
        {
            shell.Error.WriteLine($"samples: {file}");
        }
    }

    private static void PrintJson(DigitData data, (string Part, DigitSet Set, DigitStatistics Statistics, string Sheet)[] rows, TextWriter output) =>
        JsonLine.Write(output, json =>
        {
            json.WriteString("data", data.Name);
            foreach ((string part, DigitSet set, DigitStatistics statistics, string file) in rows)
            {
                json.WriteStartObject(part);
                json.WriteNumber("images", statistics.Count);
                if (set.HasLabels)
                {
                    json.WriteStartArray("perClass");
                    foreach (int count in statistics.ClassCounts)
                    {
                        json.WriteNumberValue(count);
                    }

                    json.WriteEndArray();
                }

                json.WriteNumber("mean", statistics.Mean);
                json.WriteNumber("deviation", statistics.Deviation);
                json.WriteString("sheet", file);
                json.WriteEndObject();
            }

            json.WriteNumber("failed", data.Failures.Count);
        });

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
