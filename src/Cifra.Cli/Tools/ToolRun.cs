using System.Buffers;
using System.Diagnostics;

namespace Cifra.Cli.Tools;

/// <summary>Runs tools of their own: looks at this machine, and starts programs.</summary>
internal static class ToolRun
{
    // What Windows' command processor takes apart in the arguments of a batch file.
    private static readonly SearchValues<char> TakenApart = SearchValues.Create("\"%&|<>^!\r\n");

    /// <summary>Commands whose tool is known, and the package that it comes in.</summary>
    public static IReadOnlyDictionary<string, string> Packages { get; } = new Dictionary<string, string> { ["serve"] = "Cifra.Web", ["batch"] = "Cifra.Batch" };

    /// <summary>The places of this machine.</summary>
    public static ToolPlaces PlacesOfProcess() => new(
        OperatingSystem.IsWindows() ? ToolSystem.Windows : OperatingSystem.IsMacOS() ? ToolSystem.MacOS : ToolSystem.Linux,
        AppContext.BaseDirectory,
        Environment.GetEnvironmentVariable("PATH"),
        Environment.GetEnvironmentVariable("PATHEXT"),
        IsProgram,
        NamesIn);

    /// <summary>Runs a program with this process's streams until it ends.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="args">Its arguments, each as it is.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="UsageException">An argument cannot be handed to a Windows batch file safely.</exception>
    /// <exception cref="IOException">It cannot be started.</exception>
    public static int Start(string program, IReadOnlyList<string> args)
    {
        if (Objection(program, args) is { } objection)
        {
            throw new UsageException(objection);
        }

        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false })
                ?? throw new IOException($"{program}: cannot be started.");
            process.WaitForExit(); // Ctrl-C reaches it too, and it decides what to do
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"{program}: cannot be started: {e.Message}", e);
        }
    }

    /// <summary>Why arguments cannot be handed to a program; null where they can. The command processor takes those of a batch file apart once more.</summary>
    public static string? Objection(string program, IReadOnlyList<string> args)
    {
        bool isBatch = program.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) || program.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
        string? unsafeArgument = isBatch ? args.FirstOrDefault(argument => argument.AsSpan().ContainsAny(TakenApart)) : null;
        return unsafeArgument is null ? null : $"{program} is a batch file, which cannot be handed the argument {unsafeArgument} safely.";
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);

    private static IEnumerable<string> NamesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "cifra-*").Select(path => Path.GetFileName(path))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
