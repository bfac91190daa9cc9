using System.Globalization;
using Cifra.Cli.Protocol;
using Cifra.Reporting.Text;

namespace Cifra.Cli.Terminal;

/// <summary>The summary of several trainings in the terminal.</summary>
internal static class SeedsView
{
    private const string NotKnown = "-";

    public static void Print(SeedSummary summary, TextWriter output)
    {
        output.WriteLine(new TextTable(
            ["seed", "last epoch", "best epoch", "corrected", "loss", "ece", "seconds", "file"],
            [.. summary.Seeds.Select(Row)]).ToString());
        output.WriteLine(
            $"last epoch   {Percent(summary.LastEpoch)}: {Counted(summary)} on {summary.First.Report.Images} test pictures. The figure to report.");
        if (summary.Corrected is { } corrected)
        {
            output.WriteLine($"             {Percent(corrected)} on corrected labels");
        }

        output.WriteLine($"wrong by every seed: {Number(summary.Misread.Count)} pictures");
        output.WriteLine();
        output.WriteLine("Chosen on the test pictures, and so no estimate of anything; for comparison with figures that were chosen like this:");
        if (summary.BestEpochMean is { } mean)
        {
            output.WriteLine($"best epoch   {Percent(mean)} (mean over the seeds of each one's best epoch)");
        }

        output.WriteLine($"best seed    {Percent(summary.BestSeed.Report.Accuracy)} (seed {Number(summary.BestSeed.Card.Seed)}, its last epoch)");
        if (summary.BestOfAll is { } best)
        {
            string accuracy = Percent(best.Epoch.WatchedAccuracy!.Value);
            output.WriteLine($"best of all  {accuracy} (seed {Number(best.Seed.Card.Seed)}, epoch {Number(best.Epoch.Epoch)})");
        }

        output.WriteLine();
        output.WriteLine("The test pictures were watched and chose nothing: every network is that of its last epoch.");
    }

    private static string[] Row(SeedResult seed) =>
    [
        Number(seed.Card.Seed),
        Percent(seed.Report.Accuracy),
        seed.BestEpoch is { } best ? $"{Percent(best.WatchedAccuracy!.Value)} ({Number(best.Epoch)})" : NotKnown,
        seed.Report.Corrected is { } corrected ? Percent(corrected.Accuracy) : NotKnown,
        seed.Report.Loss.ToString("F4", CultureInfo.InvariantCulture),
        seed.Report.Calibration.ExpectedError.ToString("F4", CultureInfo.InvariantCulture),
        seed.Seconds.ToString("F1", CultureInfo.InvariantCulture),
        seed.File,
    ];

    private static string Counted(SeedSummary summary) =>
        summary.Seeds.Count == 1 ? "one seed" : $"mean and standard deviation of {Number(summary.Seeds.Count)} seeds";

    private static string Percent(Spread spread) => spread.Deviation is { } deviation
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * spread.Mean:F3} ± {100 * deviation:F3} %")
        : string.Create(CultureInfo.InvariantCulture, $"{100 * spread.Mean:F3} %");

    private static string Percent(double rate) => string.Create(CultureInfo.InvariantCulture, $"{100 * rate:F2} %");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
