using System.Diagnostics;
using System.Text;

namespace Cifra.Cli.Tests;

/// <summary>A program that runs beside the test, and what it says.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) =>
        {
            Append(_error, line.Data);
            _spoke.TrySetResult();
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The dotnet that runs the tests.</summary>
    public static string Dotnet { get; } = FindDotnet();

    public int Id => _process.Id;

    public string Output => Text(_output);

    public string Error => Text(_error);

    /// <summary>Ends with the program's first line of talk, or its end.</summary>
    public Task Spoke => _spoke.Task;

    /// <summary>Starts the command line in a process of its own.</summary>
    public static ChildProcess Cifra(IReadOnlyDictionary<string, string>? variables, params string[] args) =>
        Start(Dotnet, [Path.Combine(AppContext.BaseDirectory, "Cifra.Cli.dll"), .. args], AppContext.BaseDirectory, variables);

    /// <summary>Starts a program.</summary>
    public static ChildProcess Start(string file, IEnumerable<string> args, string folder, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsTestRunners).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(start);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Ends the program at once, as kill -9 does.</summary>
    /// <returns>Whether it still ran.</returns>
    public async Task<bool> KillAsync(CancellationToken cancellation)
    {
        bool runs = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync(cancellation);
        return runs && _process.ExitCode != 0;
    }

    /// <summary>Gives the program its standard input, and closes it.</summary>
    public async Task WriteAsync(byte[] input, CancellationToken cancellation)
    {
        await _process.StandardInput.BaseStream.WriteAsync(input, cancellation);
        _process.StandardInput.Close();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    // What the build and the test runner set for themselves misleads a build that is started from within a test.
    private static bool IsTestRunners(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);

    private static string FindDotnet()
    {
        // …/shared/Microsoft.NETCore.App/10.0.x/System.Private.CoreLib.dll
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
