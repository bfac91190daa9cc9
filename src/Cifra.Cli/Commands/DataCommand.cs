using System.CommandLine;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra data</c>: fetches and describes data sets.</summary>
internal static class DataCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation) => new(
        "data",
        """
        Fetch MNIST; describe a data set.

        Examples:
          cifra data get
          cifra data info drawn
        """)
    {
        DataGetCommand.Create(shell, cancellation),
        DataInfoCommand.Create(shell, cancellation),
    };
}
