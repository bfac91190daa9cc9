using System.Globalization;
using Cifra.Cli.Benchmarking;
using Spectre.Console;

namespace Cifra.Cli.Terminal;

/// <summary>A benchmark in the terminal: a line about the machine, and a table for each part.</summary>
internal static class BenchView
{
    public static void Print(BenchReport report, Shell shell)
    {
        MachineFacts machine = report.Machine;
        shell.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Processor}, {machine.Cores} cores, {machine.VectorBits}-bit vectors, {machine.Runtime}"));
        shell.Output.WriteLine(
            $"peak: {Significant.Text(report.Peak.OneThreadGigaFlops)} GFLOP/s by one thread, "
            + $"{Significant.Text(report.Peak.AllThreadsGigaFlops)} by {report.Threads}");

        IAnsiConsole canvas = shell.Canvas();
        string[] kernelTexts = ["layer", "input", "output", "computes", "method", "of"];
        canvas.Write(Table("kernels, one thread", kernelTexts, ["MFLOP", "GFLOP/s", "% of peak"], report.Kernels.Select(
            k => (string[])[k.Layer, k.Input, k.Output, k.Direction, k.Method, k.Networks, Text(k.MegaFlops), Text(k.GigaFlops), Percent(k.PercentOfPeak)])));
        string[] networkNumbers = ["threads", "images/s", "GFLOP/s", "% of peak"];
        canvas.Write(Table("networks", ["network", "work"], networkNumbers, report.Networks.SelectMany(n => Rows(n, report.Threads))));
        canvas.Write(Table("one picture, one thread", ["network"], ["median µs", "99 % below µs"], report.Latency.Select(
            l => (string[])[l.Network, Text(l.MedianMicroseconds), Text(l.Percentile99Microseconds)])));
        canvas.Write(Table("memory", ["network", "work"], ["peak resident so far, MB", "allocated, bytes"], report.Memory.Select(
            m => (string[])[m.Network, m.Work, Text(m.PeakResidentMegabytes), $"{Text(m.AllocatedBytes)} a {(m.Work == "training" ? "step" : "picture")}"])));
        if (report.Scaling is { } scaling)
        {
            Print(scaling, report.Threads, canvas);
        }

        shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measured in {report.Seconds:F0} s; operations are those of the direct method"));
    }

    private static IEnumerable<string[]> Rows(NetworkResult n, int threads) =>
    [
        [n.Network, $"inference, batches of {n.InferenceBatch}", "1", .. Cells(n.OneThread)],
        [n.Network, $"inference, batches of {n.InferenceBatch}", $"{threads}", .. Cells(n.AllThreads)],
        [n.Network, $"training, batches of {n.TrainingBatch}, {n.Optimizer}{(n.Augmented ? ", augmented" : "")}", $"{threads}", .. Cells(n.Training)],
    ];

    private static void Print(ScalingResult scaling, int threads, IAnsiConsole canvas)
    {
        canvas.Write(Table("inference against batch, images/s", ["network"], ["batch", "1 thread", $"{threads} threads"], scaling.Batch.Select(
            p => (string[])[p.Network, $"{p.Batch}", Text(p.OneThreadImagesPerSecond), Text(p.AllThreadsImagesPerSecond)])));
        canvas.Write(Table("against threads, images/s", ["network"], ["threads", "inference", "training"], scaling.Threads.Select(
            p => (string[])[p.Network, $"{p.Threads}", Text(p.InferenceImagesPerSecond), Text(p.TrainingImagesPerSecond)])));
        canvas.Write(Sizes("inference against channels, two 3x3 convolutions on 14x14, one thread", "channels", scaling.Channels));
        canvas.Write(Sizes("inference against depth, 3x3 convolutions of 32 channels on 14x14, one thread", "convolutions", scaling.Depth));
    }

    private static Table Sizes(string title, string size, IEnumerable<SizePoint> points) => Table(
        title, [], [size, "MFLOP", "images/s", "GFLOP/s", "% of peak"], points.Select(p => (string[])[$"{p.Size}", Text(p.MegaFlops), .. Cells(p.OneThread)]));

    private static string[] Cells(Speed speed) => [Text(speed.ImagesPerSecond), Text(speed.GigaFlops), Percent(speed.PercentOfPeak)];

    private static string Text(double value) => Significant.Text(value);

    private static string Percent(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static Table Table(string title, string[] words, string[] numbers, IEnumerable<string[]> rows)
    {
        Table table = new Table().Border(TableBorder.Minimal).Title(title);
        foreach (string word in words)
        {
            table.AddColumn(new TableColumn(word));
        }

        foreach (string number in numbers)
        {
            table.AddColumn(new TableColumn(number).RightAligned());
        }

        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        return table;
    }
}
