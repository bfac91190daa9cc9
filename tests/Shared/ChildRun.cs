using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Cifra.Tests;

/// <summary>Runs tests of this project in a process of their own, under other settings of the runtime.</summary>
internal static partial class ChildRun
{
    // Set in a child, so that none starts another.
    private const string Guard = "CIFRA_TEST_CHILD";

    /// <summary>What a run came to.</summary>
    public sealed record Outcome(int ExitCode, int Total, int Skipped, string Output);

    /// <summary>Starts the run and waits for its end.</summary>
    public static async Task<Outcome> Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        Assert.Null(Environment.GetEnvironmentVariable(Guard));

        // <root>/shared/Microsoft.NETCore.App/<version>/ is where this runtime is; its host is <root>/dotnet.
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var start = new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all = ["exec", typeof(ChildRun).Assembly.Location, "-noLogo", "-noColor", "-noAutoReporters", .. arguments];
        foreach (string argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[Guard] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process child = Process.Start(start)!;
        try
        {
            Task<string> errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            output += await errors;
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Match summary = Summary().Match(output);
            return new Outcome(child.ExitCode, Number(summary, "total"), Number(summary, "skipped"), output);
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }

    private static int Number(Match summary, string name) =>
        summary.Success ? int.Parse(summary.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"Total: (?<total>\d+),.* Skipped: (?<skipped>\d+),")]
    private static partial Regex Summary();
}
