using System.CommandLine;
using Cifra.Cli.Commands;
using Cifra.Cli.Tools;

namespace Cifra.Cli;

/// <summary>The command tree, and what an exception means to whoever called.</summary>
internal static class App
{
    private static readonly string[] CommandNames = ["read", "train", "evaluate", "predict", "form", "data", "model", "bench"];

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Shell shell, CancellationToken cancellation)
    {
        if (args.Contains(""))
        {
            shell.Error.WriteLine("cifra: An argument is empty; is it a variable that is not set?");
            return ExitCodes.Usage;
        }

        if (args.Count > 0 && !CommandNames.Contains(args[0]) && shell.Tools.Find(args[0]) is { } tool)
        {
            return Guarded(() => shell.Start(tool, [.. args.Skip(1)]), shell.Error);
        }

        RootCommand root = Root(args.Count > 0 ? args[0] : null, shell, cancellation);
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // 'read' has lists of its own
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in Messages(parsed, shell.Tools))
            {
                shell.Error.WriteLine($"cifra: {message}");
            }

            shell.Error.WriteLine($"Try '{Name(parsed.CommandResult.Command)} --help'.");
            return ExitCodes.Usage;
        }

        ShortenDescriptions(parsed.CommandResult.Command.Subcommands);
        return Guarded(
            () => parsed.Invoke(new InvocationConfiguration
            {
                Output = shell.Output,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }),
            shell.Error);
    }

    private static int Guarded(Func<int> run, TextWriter error)
    {
        try
        {
            return run();
        }
        catch (Exception e)
        {
            return Explain(e, error);
        }
    }

    // Making a command's options takes longer than parsing them, so of a command that is named only its own are made.
    private static RootCommand Root(string? named, Shell shell, CancellationToken cancellation)
    {
        (string Name, Func<Command> Create)[] all =
        [
            ("read", () => ReadCommand.Create(shell, cancellation)),
            ("train", () => TrainCommand.Create(shell, cancellation)),
            ("evaluate", () => EvaluateCommand.Create(shell, cancellation)),
            ("predict", () => PredictCommand.Create(shell, cancellation)),
            ("form", () => FormCommand.Create(shell)),
            ("data", () => DataCommand.Create(shell, cancellation)),
            ("model", () => ModelCommand.Create(shell, cancellation)),
            ("bench", () => BenchCommand.Create(shell, cancellation)),
        ];
        var root = new RootCommand(
            """
            Reads handwritten digits and numbers in pictures; trains and measures the network that does it.

            Examples:
              cifra read form.png
              cifra train --recipe quick --data drawn
              cifra evaluate --report report.html
            """);
        bool known = CommandNames.Contains(named);
        if (!known && shell.Tools.All() is { Count: > 0 } tools)
        {
            root.Description += $"\n\nTools of their own that are installed: {string.Join(", ", tools)}. 'cifra NAME' runs cifra-NAME.";
        }

        foreach ((string name, Func<Command> create) in all)
        {
            if (!known || name == named)
            {
                root.Add(create());
            }
        }

        return root;
    }

    // A command's own help shows all of its description; a list of commands only the first paragraph of each.
    private static void ShortenDescriptions(IEnumerable<Command> commands)
    {
        foreach (Command command in commands)
        {
            command.Description = command.Description?.Split("\n\n")[0].ReplaceLineEndings(" ");
        }
    }

    // An unknown command is reported once, not as the parser's three errors; and type names such as Int64 are replaced by words.
    private static IEnumerable<string> Messages(ParseResult parsed, ToolPlaces tools)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0)
        {
            string unknown = parsed.UnmatchedTokens[0];
            if (command is RootCommand && ToolRun.Packages.TryGetValue(unknown, out string? package))
            {
                return [
                    $"'cifra {unknown}' is a tool of its own, and cifra-{unknown} is neither beside cifra nor on the PATH. "
                    + $"Install it: dotnet tool install --global {package}"];
            }

            IEnumerable<string> known = command.Subcommands.Select(c => c.Name).Concat(command is RootCommand ? tools.All() : []);
            return [$"There is no '{Name(command)} {unknown}'; there are {string.Join(", ", known)}."];
        }

        return parsed.Errors.Select(error => error.Message
            .Replace(" as expected type 'System.Int64'", ": a whole number is expected", StringComparison.Ordinal)
            .Replace(" as expected type 'System.Int32'", ": a whole number is expected", StringComparison.Ordinal)
            .Replace(" as expected type 'System.Nullable`1[System.Int32]'", ": a whole number is expected", StringComparison.Ordinal)
            .Replace(" as expected type 'System.Nullable`1[System.Double]'", ": a number is expected", StringComparison.Ordinal)
            .Replace(" as expected type 'System.Double'", ": a number is expected", StringComparison.Ordinal));
    }

    private static string Name(Command command)
    {
        string name = command is RootCommand ? "cifra" : command.Name;
        for (Symbol? parent = command.Parents.FirstOrDefault(); parent is not null; parent = parent.Parents.FirstOrDefault())
        {
            name = $"{(parent is RootCommand ? "cifra" : parent.Name)} {name}";
        }

        return name;
    }

    // Where the input is at fault, one line and no stack trace; where the program is, all of it.
    private static int Explain(Exception e, TextWriter error)
    {
        (int code, string message) = e switch
        {
            OperationCanceledException => (ExitCodes.Interrupted, "interrupted"),
            UsageException => (ExitCodes.Usage, e.Message),
            ModelException => (ExitCodes.ModelInvalid, e.Message),
            InvalidDataException or IOException or UnauthorizedAccessException => (ExitCodes.InputUnreadable, e.Message),
            _ => (ExitCodes.InternalError, $"internal error, please report it: {e}"),
        };
        error.WriteLine($"cifra: {message}");
        return code;
    }
}
