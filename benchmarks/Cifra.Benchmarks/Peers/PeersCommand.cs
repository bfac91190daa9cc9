using System.CommandLine;
using System.Text.Json;
using Cifra.Cli;
using Cifra.Cli.Benchmarking;
using Cifra.Data;

namespace Cifra.Benchmarks.Peers;

/// <summary><c>peers</c>: Cifra beside PyTorch and ONNX Runtime on the same machine at the same time, in one table.</summary>
internal static class PeersCommand
{
    private static readonly TimeSpan PeakRound = TimeSpan.FromMilliseconds(20);

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Alternating rounds of each row.", DefaultValueFactory = _ => 5 };
        CommonOptions.ExpectPositive(rounds);
        var seconds = new Option<double>("--seconds") { Description = "Length of a side's round.", DefaultValueFactory = _ => 1 };
        var only = new Option<string>("--only") { Description = "Only rows that contain this: inference, latency, training, quick, …", DefaultValueFactory = _ => "" };
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of MNIST's four files, for the time to 99 %. Without it: {MnistLocation.VariableName}; without that the row is left out.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(MnistLocation.VariableName),
        };
        var python = new Option<string>("--python") { Description = "Runs PyTorch.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var json = new Option<bool>("--json") { Description = "Print JSON, for machines." };
        var command = new Command("peers", "Compare with PyTorch, which benchmarks/peers/setup.sh installs, and with ONNX Runtime.")
        {
            rounds, seconds, only, data, python, json,
        };
        command.SetAction((args, cancellation) => Task.Run(
            () =>
            {
                var options = new PeerOptions(
                    args.GetValue(rounds), args.GetValue(seconds), args.GetRequiredValue(only), args.GetValue(data), Root(), args.GetRequiredValue(python));
                try
                {
                    PeerReport report = Run(options, cancellation);
                    Console.Out.WriteLine(args.GetValue(json) ? JsonSerializer.Serialize(report, PeerJson.Default.PeerReport) : report.Markdown());
                    return report.Rows.Count > 0 ? ExitCodes.Done : ExitCodes.InputUnreadable;
                }
                catch (OperationCanceledException)
                {
                    return ExitCodes.Interrupted;
                }
            },
            CancellationToken.None));
        return command;
    }

    private static PeerReport Run(PeerOptions options, CancellationToken cancellation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cifra-peers-");
        var rows = new List<PeerRow>();
        var missing = new List<string>();
        try
        {
            Attempt("PyTorch", () =>
            {
                using Peer peer = Peer.Start(options.Python, options.Script("torch_peer.py"), cancellation);
                foreach ((Comparison row, IDisposable owner) in TrainingRows.Of(peer, options.Seconds))
                {
                    using (owner)
                    {
                        Compare(row, peer.Name);
                    }
                }
            });
            Attempt("ONNX Runtime", () =>
            {
                using Peer peer = Peer.Start(PeerOptions.Benchmarks, OnnxPeer.Name, cancellation);
                foreach (Comparison row in InferenceRows.Of(peer, folder.FullName, options.Seconds))
                {
                    Compare(row, peer.Name);
                }
            });
            Attempt("time to 99 %", () => Compare(
                TimeToAccuracy.Row(
                    options, options.Data ?? throw new PeerException($"no folder of MNIST; --data or {MnistLocation.VariableName} names it"), folder.FullName, cancellation),
                "PyTorch"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return new PeerReport(1, MachineFacts.Read(), [Peak(1), Peak(Environment.ProcessorCount)], options.Rounds, rows, missing);

        void Compare(Comparison row, string peer)
        {
            if (row.Work.Contains(options.Only, StringComparison.OrdinalIgnoreCase))
            {
                Console.Error.WriteLine($"{row.Work}, {row.Threads} threads");
                rows.Add(row.Run(peer, options.Rounds, cancellation));
            }
        }

        void Attempt(string what, Action compare)
        {
            try
            {
                compare();
            }
            catch (PeerException e)
            {
                missing.Add($"{what}: {e.Message}");
                Console.Error.WriteLine($"left out, {what}: {e.Message}");
            }
        }
    }

    private static double Peak(int threads) =>
        Significant.Round(Enumerable.Range(0, 5).Max(_ => FmaPeak.Measure(threads, PeakRound)) / 1e9);

    // The scripts and the command line are found from the checkout that this program was built in.
    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cifra.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("This program runs in the checkout of Cifra that it was built in; there is no Cifra.slnx above it.");
    }
}
