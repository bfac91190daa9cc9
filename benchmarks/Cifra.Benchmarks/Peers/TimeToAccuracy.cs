using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cifra.Benchmarks.Peers;

/// <summary>The time of a whole command from nothing to a network of 99 %: `cifra train --recipe quick` against the same recipe in PyTorch.</summary>
internal static partial class TimeToAccuracy
{
    private const double Target = 5;
    private const double Accuracy = 0.99;
    private const int Threads = 2;

    /// <param name="options">Where the data and both programs are.</param>
    /// <param name="data">Folder of MNIST's files.</param>
    /// <param name="folder">Where our network goes.</param>
    /// <param name="cancellation">Stops the program under way.</param>
    public static Comparison Row(PeerOptions options, string data, string folder, CancellationToken cancellation)
    {
        string threads = Threads.ToString(CultureInfo.InvariantCulture);
        string model = Path.Combine(folder, "quick.safetensors");
        return new Comparison(
            "recipe quick to 99 %, whole command",
            Threads,
            Comparison.Seconds,
            Target,
            () => Seconds(options.Cifra, ["train", "--recipe", "quick", "--data", data, "--threads", threads, "--out", model, "--restart", "--json"], cancellation),
            () => Seconds(options.Python, [options.Script("torch_quick.py"), data, "--threads", threads, "--no-test"], cancellation));
    }

    private static double Seconds(string program, string[] args, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using CancellationTokenRegistration stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            string error = process.StandardError.ReadToEnd();
            output.Wait(CancellationToken.None);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (process.ExitCode != 0)
            {
                throw new PeerException($"{program} {string.Join(' ', args)} ended with {process.ExitCode}: {error.Trim()}");
            }

            string reached = Validation().Matches(output.Result).LastOrDefault()?.Groups[1].Value ?? "none";
            return double.TryParse(reached, CultureInfo.InvariantCulture, out double accuracy) && accuracy >= Accuracy
                ? seconds
                : throw new PeerException($"{program} {string.Join(' ', args)} reached an accuracy of {reached} on held-out pictures, not {Accuracy}");
        }
        catch (Win32Exception e)
        {
            throw new PeerException($"{program} does not start ({e.Message})");
        }
    }

    // "validationAccuracy":0.991 in our JSON, validation 0.9906 in the script's lines.
    [GeneratedRegex("validation(?:Accuracy\":| )([0-9.]+)")]
    private static partial Regex Validation();
}
