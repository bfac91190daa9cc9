using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cifra.Cli.Terminal;
using Cifra.Evaluation.Strings;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Lines;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Reporting.Text;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra evaluate --strings</c>: measures the reading of numbers in pictures.</summary>
internal static class EvaluateStrings
{
    public static int Run(StringsRequest request, DigitClassifier classifier, Shell shell, CancellationToken cancellation)
    {
        IReadOnlyList<StringTruth> truths = StringTruth.Load(request.Truth, request.Columns);
        if (!Directory.Exists(request.Folder))
        {
            throw new DirectoryNotFoundException($"{request.Folder}: there is no such folder of pictures.");
        }

        IPictureReader reader = request.Pictures.Open(classifier, request.MaxError);
        StringEvaluation evaluation = Read(request, reader, truths, shell, cancellation);
        StringReport report = evaluation.Report;
        foreach (StringScore failed in report.Scores.Where(score => score.Error is not null))
        {
            shell.Error.WriteLine($"cifra: {failed.Error}");
        }

        if (request.ReportFile is { } file)
        {
            string model = request.Pictures.Kind.IsPlate ? request.Pictures.Plates ?? Pretrained.PlatesName : request.Pictures.Model;
            shell.Write(file, Encoding.UTF8.GetBytes(StringsPage.Write(evaluation, model, (reader as ILineViewer) is { } viewer ? viewer.Look : null)));
            shell = shell.BesideDocument(file == "-");
            shell.Error.WriteLine($"report: {file}");
        }

        shell.Output.Write(request.Json ? Encoding.UTF8.GetString(StringsJson.Write(report)) + '\n' : StringsText.Write(report));
        return Verdict(request, report, shell);
    }

    private static StringEvaluation Read(
        StringsRequest request, IPictureReader reader, IReadOnlyList<StringTruth> truths, Shell shell, CancellationToken cancellation)
    {
        var line = new ProgressLine(shell);
        var watch = Stopwatch.StartNew();
        try
        {
            return StringEvaluator.Run(path => OnlyField(reader.Read(path, cancellation), request.Field), truths, new StringRunOptions
            {
                Folder = request.Folder,
                Data = request.Truth,
                Model = reader.Networks.Model,
                LineModel = reader.Networks.Lines,
                Letters = request.Pictures.Kind.IsPlate,
                MaxError = request.MaxError,
                Grids = request.Pictures.Kind.Form?.Fields.Any(field => field.IsGrid) == true,
                Threads = request.Threads,
                Progress = done => line.Show(Progress.Text(done, truths.Count, done, watch.Elapsed)),
            }, cancellation);
        }
        finally
        {
            line.Clear();
        }
    }

    private static PictureReading OnlyField(PictureReading reading, string? field) =>
        field is null ? reading : reading with { Numbers = [.. reading.Numbers.Where(number => number.Name == field)] };

    private static int Verdict(StringsRequest request, StringReport report, Shell shell)
    {
        if (report.Failed == report.Images)
        {
            return ExitCodes.InputUnreadable;
        }

        if (report.ExactRate < request.MinAccuracy)
        {
            shell.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"cifra: the exact rate of {report.ExactRate:F4} is below the {request.MinAccuracy} that was asked for"));
            return ExitCodes.AccuracyNotMet;
        }

        return report.Failed > 0 ? ExitCodes.SomeInputsFailed
            : report.Unsure > 0 && request.FailOnUnsure ? ExitCodes.Refused
            : ExitCodes.Done;
    }
}
