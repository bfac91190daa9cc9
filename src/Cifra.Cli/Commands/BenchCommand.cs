using System.CommandLine;
using Cifra.Cli.Benchmarking;
using Cifra.Cli.Terminal;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra bench</c>: how fast this machine is at this moment, and how much of that the kernels and networks use.</summary>
internal static class BenchCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        Option<int> threads = CommonOptions.Threads();
        threads.Description = "Number of threads; kernels and single pictures always use one.";
        var scaling = new Option<bool>("--scaling")
        {
            Description = "Also measure how cost grows with batch size, threads, channels and depth; takes a minute more.",
        };
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "bench",
            """
            Measure speed on this machine: its peak of multiply-adds, then kernels and networks as images/s, GFLOP/s and share of that peak,
            the time of one picture, and memory. Takes about 20 seconds; other programs at work meanwhile show in the figures.

            Examples:
              cifra bench
              cifra bench --threads 1
              cifra bench --scaling --json
            """)
        {
            threads, scaling, json,
        };
        command.SetAction(args => Run(
            new BenchSettings { Threads = args.GetValue(threads), Scaling = args.GetValue(scaling) }, args.GetValue(json), shell, cancellation));
        return command;
    }

    internal static int Run(BenchSettings settings, bool asJson, Shell shell, CancellationToken cancellation)
    {
        var line = new ProgressLine(shell);
        BenchReport report;
        try
        {
            report = Benchmark.Run(settings, line.Show, cancellation);
        }
        finally
        {
            line.Clear();
        }

        if (asJson)
        {
            shell.Output.WriteLine(BenchJson.Write(report));
        }
        else
        {
            BenchView.Print(report, shell);
        }

        return ExitCodes.Done;
    }
}
