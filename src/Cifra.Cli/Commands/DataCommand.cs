using System.CommandLine;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra data</c>: fetches, describes and checks data sets.</summary>
internal static class DataCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation) => new(
        "data",
        """
        Fetch MNIST; describe a data set; find its likely label errors.

        Examples:
          cifra data get
          cifra data info drawn
          cifra data issues --report issues.html
        """)
    {
        DataGetCommand.Create(shell, cancellation),
        DataInfoCommand.Create(shell, cancellation),
        DataIssuesCommand.Create(shell, cancellation),
    };
}
