using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cifra.Cli.Terminal;
using Cifra.Evaluation.Strings;
using Cifra.Reporting.Json;
using Cifra.Reporting.Text;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra evaluate --micr</c>: measures the reading of magnetic ink on lines that it draws.</summary>
internal static class EvaluateMicr
{
    public static int Run(MicrRunOptions options, double? minAccuracy, bool json, Shell shell, CancellationToken cancellation)
    {
        var line = new ProgressLine(shell);
        var watch = Stopwatch.StartNew();
        StringReport report;
        try
        {
            report = MicrEvaluator.Run(options with { Progress = done => line.Show(Progress.Text(done, options.Lines, done, watch.Elapsed)) }, cancellation);
        }
        finally
        {
            line.Clear();
        }

        if (!json)
        {
            shell.Output.WriteLine(report.Data);
        }

        shell.Output.Write(json ? Encoding.UTF8.GetString(StringsJson.Write(report)) + '\n' : StringsText.Write(report));
        double right = 1 - (report.CharacterErrorRate ?? 1);
        if (right < minAccuracy)
        {
            shell.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"cifra: {right:F5} of the characters are right, below the {minAccuracy} that was asked for"));
            return ExitCodes.AccuracyNotMet;
        }

        return ExitCodes.Done;
    }
}
