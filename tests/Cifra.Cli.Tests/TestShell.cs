using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cifra.Cli.Tests;

/// <summary>Runs whole command lines as the program does, with strings for its streams.</summary>
internal sealed class TestShell
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    /// <summary>What standard input holds.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>Whether somebody looks at both streams.</summary>
    public bool Terminal { get; init; }

    /// <summary>Hears each line of talk when it is written.</summary>
    public Action<string>? Heard { get; init; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>The results that are no text.</summary>
    public byte[] OutputBytes { get; private set; } = [];

    /// <summary>The lines of results.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a command line, and wants a certain exit code of it.</summary>
    public static TestShell Expect(int exitCode, params string[] args)
    {
        var shell = new TestShell();
        Assert.True(exitCode == shell.Run(args), $"cifra {string.Join(' ', args)}\n{shell.Output}{shell.Error}");
        return shell;
    }

    public int Run(params string[] args) => RunUntil(TestContext.Current.CancellationToken, args);

    public int RunUntil(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter(_output, CultureInfo.InvariantCulture);
        using var error = new ListeningWriter(_error, Heard);
        using var bytes = new MemoryStream();
        int code = App.Run(
            args,
            new Shell(
                () => new MemoryStream(Input),
                output,
                () => bytes,
                error,
                Terminal,
                Terminal,
                string.Join(' ', ["cifra", .. args])),
            cancellation);
        OutputBytes = bytes.ToArray();
        return code;
    }

    /// <summary>A line of the results as JSON; every document must say its version.</summary>
    public JsonElement Json(int line = 0)
    {
        using var document = JsonDocument.Parse(Lines[line]);
        JsonElement root = document.RootElement.Clone();
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        return root;
    }

    private sealed class ListeningWriter(StringBuilder text, Action<string>? heard) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            heard?.Invoke(value ?? "");
        }
    }
}
