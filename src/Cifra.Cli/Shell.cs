using Cifra.Cli.Tools;
using Spectre.Console;

namespace Cifra.Cli;

/// <summary>What a command may use of its process: the three streams, whether they are terminals, and the tools that it can start.</summary>
/// <param name="Input">Standard input, as bytes.</param>
/// <param name="Output">Standard output, for results.</param>
/// <param name="OutputBytes">Standard output as bytes, for results that are not text.</param>
/// <param name="Error">Standard error, for messages and progress.</param>
/// <param name="OutputIsTerminal">Whether results may be coloured.</param>
/// <param name="ErrorIsTerminal">Whether a progress line may be drawn over.</param>
/// <param name="CommandLine">The command as typed, for a model's card.</param>
internal sealed record Shell(
    Func<Stream> Input, TextWriter Output, Func<Stream> OutputBytes, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal, string CommandLine)
{
    private const int WidthWithoutTerminal = 160;
    private const int UsualWidth = 80;

    /// <summary>Where tools of their own are looked for.</summary>
    public ToolPlaces Tools { get; init; } = ToolPlaces.None;

    /// <summary>Runs a program with arguments, and returns its exit code.</summary>
    public Func<string, IReadOnlyList<string>, int> Start { get; init; } = ToolRun.Start;

    /// <summary>Columns of the terminal that progress is drawn in.</summary>
    public int ErrorWidth { get; init; } = UsualWidth;

    /// <summary>The streams of this process.</summary>
    public static Shell OfProcess()
    {
        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Shell(
            Console.OpenStandardInput,
            Console.Out,
            Console.OpenStandardOutput,
            Console.Error,
            colour && !Console.IsOutputRedirected,
            !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            string.Join(' ', ["cifra", .. Environment.GetCommandLineArgs().Skip(1).Select(Quoted)]))
        {
            Tools = ToolRun.PlacesOfProcess(),
            ErrorWidth = Console.IsErrorRedirected ? UsualWidth : Math.Max(2, Console.WindowWidth),
        };
    }

    /// <summary>Writes a result to a file, or for "-" to standard output.</summary>
    public void Write(string target, byte[] content)
    {
        if (target != "-")
        {
            AtomicFile.Write(target, content);
            return;
        }

        using Stream output = OutputBytes();
        output.Write(content);
    }

    /// <summary>The same shell for a command that writes a document to standard output: everything else goes to standard error.</summary>
    public Shell BesideDocument(bool taken) => taken ? this with { Output = Error, OutputIsTerminal = ErrorIsTerminal } : this;

    /// <summary>Draws tables; without colour if the output is not a terminal.</summary>
    public IAnsiConsole Canvas()
    {
        IAnsiConsole canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = OutputIsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = OutputIsTerminal ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        if (!OutputIsTerminal)
        {
            canvas.Profile.Width = WidthWithoutTerminal;
        }

        canvas.Profile.Capabilities.Unicode = true;
        return canvas;
    }

    private static string Quoted(string argument)
    {
        bool plain = argument.Length > 0;
        foreach (char c in argument)
        {
            plain &= char.IsAsciiLetterOrDigit(c) || "-_./=:,@+%".Contains(c);
        }

        return plain ? argument : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}
