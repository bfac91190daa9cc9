using System.CommandLine;
using Cifra.Cli.Commands;

namespace Cifra.Cli;

/// <summary>The command tree, and what an exception means to whoever called.</summary>
internal static class App
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Shell shell, CancellationToken cancellation)
    {
        ParseResult parsed = Root(shell, cancellation).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // 'read' has lists of its own
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
            {
                shell.Error.WriteLine($"cifra: {error.Message}");
            }

            shell.Error.WriteLine($"Try '{Name(parsed.CommandResult.Command)} --help'.");
            return ExitCodes.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = shell.Output,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e)
        {
            return Explain(e, shell.Error);
        }
    }

    private static RootCommand Root(Shell shell, CancellationToken cancellation) =>
        new("Reads handwritten digits and numbers in pictures; trains and measures the network that does it.")
        {
            ReadCommand.Create(shell, cancellation),
            TrainCommand.Create(shell, cancellation),
            EvaluateCommand.Create(shell),
            PredictCommand.Create(shell),
            DataCommand.Create(shell, cancellation),
            ModelCommand.Create(shell),
        };

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
