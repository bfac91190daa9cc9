using System.CommandLine;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra form</c>: proposes templates of forms, and shows where their fields lie in a picture.</summary>
internal static class FormCommand
{
    public static Command Create(Shell shell) => new(
        "form",
        """
        Make a template of a form from a picture of it; show where its fields lie in a picture. 'cifra read --form' reads them.

        Examples:
          cifra form learn blank.png --out form.json
          cifra form show form.json photo.jpg --out seen.png
          cifra read photo.jpg --form form.json
        """)
    {
        FormLearnCommand.Create(shell), FormShowCommand.Create(shell),
    };
}
