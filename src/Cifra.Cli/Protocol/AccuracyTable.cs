using System.Globalization;
using System.Text;
using Cifra.Reporting;

namespace Cifra.Cli.Protocol;

/// <summary>The table of docs/accuracy.md: a row a recipe, and under it the seeds and what all of them misread.</summary>
internal static class AccuracyTable
{
    private const string NotKnown = "–";

    private static readonly string[] Header =
    [
        "Recipe", "Parameters", "MFLOP", "Epochs", "TFLOP", "Seconds", "Seeds",
        "Last epoch", "Nine views", "Corrected labels", "Loss", "Calibration error", "Wrong by every seed",
        "*Best epoch, chosen on test*", "*Best seed, chosen on test*",
    ];

    /// <summary>The table as Markdown, with a line feed at the end of every line.</summary>
    /// <param name="rows">One or more.</param>
    /// <param name="figure">Where the picture of a row's misread pictures lies, as a link; null where it has none.</param>
    public static string Write(IReadOnlyList<SeedSummary> rows, Func<SeedSummary, string?> figure)
    {
        var text = new StringBuilder();
        Line(text, Header);
        Line(text, [.. Header.Select(_ => "---")]);
        foreach (SeedSummary row in rows)
        {
            Line(text, Cells(row));
        }

        foreach (SeedSummary row in rows)
        {
            string seeds = string.Join(", ", row.Seeds.Select(seed => Percent(seed.Report.Accuracy, 2)));
            text.Append(CultureInfo.InvariantCulture, $"\n`{Name(row)}`, seed by seed: {seeds} %.");
            if (row.BestOfAll is { } best)
            {
                string accuracy = Percent(best.Epoch.WatchedAccuracy!.Value, 2);
                text.Append(
                    CultureInfo.InvariantCulture, $" Best epoch of all, chosen on test: {accuracy} % (seed {best.Seed.Card.Seed}, epoch {best.Epoch.Epoch}).");
            }

            text.Append('\n');
            if (row.Misread.Count > 0)
            {
                string bySeeds = row.Seeds.Count == 1 ? "its one seed" : "every seed";
                text.Append(CultureInfo.InvariantCulture, $"Read wrong by {bySeeds}: {string.Join(", ", row.Misread.Select(Misread))}.\n");
            }

            if (figure(row) is { } link)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n![Pictures that every seed of {Name(row)} reads wrong]({link})\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A recipe's name as a word without anything that Markdown or a file system could take amiss.</summary>
    public static string Name(SeedSummary row)
    {
        string name = string.Concat(row.First.Card.Recipe.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return name.Length == 0 ? "model" : name;
    }

    private static string[] Cells(SeedSummary row)
    {
        SeedResult first = row.First;
        bool trained = first.Epochs > 0;
        return
        [
            $"`{Name(row)}`",
            first.Parameters.ToString("N0", CultureInfo.InvariantCulture),
            (first.Flops / 1e6).ToString("F1", CultureInfo.InvariantCulture),
            trained ? first.Epochs.ToString(CultureInfo.InvariantCulture) : NotKnown,
            row.TeraFlops > 0 ? row.TeraFlops.ToString(row.TeraFlops < 10 ? "F1" : "N0", CultureInfo.InvariantCulture) : NotKnown,
            trained ? row.Seconds.ToString("N0", CultureInfo.InvariantCulture) : NotKnown,
            row.Seeds.Count.ToString(CultureInfo.InvariantCulture),
            $"**{Percent(row.LastEpoch)}**",
            row.OfViews is { } views ? Percent(views) : NotKnown,
            row.Corrected is { } corrected ? Percent(corrected) : NotKnown,
            row.Loss.Mean.ToString("F4", CultureInfo.InvariantCulture),
            $"{Percent(row.CalibrationError.Mean, 2)} %",
            row.Misread.Count.ToString(CultureInfo.InvariantCulture),
            row.BestEpochMean is { } mean ? $"*{Percent(mean, 3)} %*" : NotKnown,
            $"*{Percent(row.BestSeed.Report.Accuracy, 2)} %*",
        ];
    }

    private static string Misread(MisreadImage image) => image.Index.ToString(CultureInfo.InvariantCulture) + (image.Doubtful ? "*" : "");

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Percent(Spread spread) =>
        Percent(spread.Mean, 3) + (spread.Deviation is { } deviation ? $" ± {Percent(deviation, 3)}" : "") + " %";

    private static string Percent(double rate, int decimals) => (100 * rate).ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
