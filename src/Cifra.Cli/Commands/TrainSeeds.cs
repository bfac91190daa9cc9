using System.Globalization;
using Cifra.Cli.Protocol;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Reading.Output;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra train --seeds N</c>: the same training with one seed after another, measured at the end.</summary>
/// <remarks>Run again, it keeps what is finished and resumes what is not, as a single training does.</remarks>
internal static class TrainSeeds
{
    private const string Extension = ".safetensors";

    /// <param name="request">The training; its seed is the first one.</param>
    /// <param name="count">Number of seeds, 1 or more.</param>
    /// <param name="shell">Results of the single trainings go to its talk.</param>
    /// <param name="cancellation">Stops with a checkpoint of the training under way.</param>
    public static int Run(TrainRequest request, int count, Shell shell, CancellationToken cancellation)
    {
        if (request.Recipe.Lines is not null)
        {
            throw new UsageException($"--seeds measures networks for single digits; {request.Recipe.Name} reads lines: cifra evaluate --strings measures it.");
        }

        DigitData data = CommonOptions.OpenData(request.Data, request.DataDir, request.Normalize, DigitPart.Both, shell.Error, cancellation);
        DigitSet test = data.Test is { HasLabels: true, Count: > 0 } part
            ? part
            : throw new UsageException($"--seeds measures each network on the test part; {data.Name} has none with labels.");
        Shell talk = shell.BesideDocument(taken: true);
        var results = new List<SeedResult>();
        int done = ExitCodes.Done;
        for (int i = 0; i < count; i++)
        {
            long seed = request.Seed + i;
            TrainRequest one = request with { Seed = seed, Output = FileOf(request.Output, seed), Json = false };
            shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed} ({i + 1} of {count}): {one.Output}"));
            using FileStream claim = TrainCommand.Claim(one.Output);
            done = TrainCommand.Train(one, data, test, talk, cancellation);
            results.Add(SeedResult.Measure(one.Output, test, request.Data, request.Threads, cancellation));
        }

        var summary = new SeedSummary(results);
        if (request.Json)
        {
            JsonLine.Write(shell.Output, json => SeedsJson.Write(json, summary));
        }
        else
        {
            SeedsView.Print(summary, shell.Output);
        }

        return done;
    }

    /// <summary>OUT-seedK.safetensors.</summary>
    internal static string FileOf(string output, long seed) => string.Create(CultureInfo.InvariantCulture, $"{Stem(output)}-seed{seed}{Extension}");

    /// <summary>The file's name without .safetensors.</summary>
    internal static string Stem(string output) =>
        output.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? output[..^Extension.Length] : output;
}
