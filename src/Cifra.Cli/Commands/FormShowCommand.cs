using System.CommandLine;
using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Png;
using Cifra.Reading.Forms;
using Cifra.Reading.Output;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra form show</c>: draws a template's fields where they lie in a picture.</summary>
internal static class FormShowCommand
{
    public static Command Create(Shell shell)
    {
        var template = new Argument<string>("TEMPLATE") { Description = $"The form: a template file, or {string.Join(", ", FormTemplate.BuiltIn)}." };
        var picture = new Argument<string>("IMAGE") { Description = "A scan or a photo of such a form." };
        CommonOptions.RefuseOptions(template);
        CommonOptions.RefuseOptions(picture);
        var target = new Option<string>("--out")
        {
            Description = "PNG to write: the picture with the fields drawn on it; - for standard output.",
            HelpName = "OUT",
            Required = true,
        };
        var command = new Command(
            "show",
            """
            Find a form in a picture, draw its fields where they lie, and say how well it fits.

            Examples:
              cifra form show form.json photo.jpg --out seen.png
              cifra form show sudoku puzzle.jpg --out seen.png
            """)
        {
            template, picture, target,
        };
        command.SetAction(args => Run(args.GetRequiredValue(template), args.GetRequiredValue(picture), args.GetRequiredValue(target), shell));
        return command;
    }

    internal static int Run(string template, string picture, string target, Shell shell)
    {
        if (target != "-" && Path.GetFullPath(target) == Path.GetFullPath(picture))
        {
            throw new UsageException($"--out would write over {picture} itself; name another file.");
        }

        var finder = new FormLocator(FormTemplate.Load(template));
        ColorImage shown = PictureFile.Load(picture);
        FormFit fit;
        try
        {
            fit = finder.Find(shown);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{picture}: {e.Message}", e);
        }

        shell.Write(target, PngEncoder.Encode(FormPainter.Draw(shown, fit)));
        shell.BesideDocument(target == "-").Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{picture}: \"{fit.Template}\" by its {fit.By.ToString().ToLowerInvariant()}: {fit.Found:P1} of its lines found, "
            + $"{fit.ResidualPixels:F2} pixels ({fit.Residual:G3} {finder.Template.Unit}) off on average"));
        return ExitCodes.Done;
    }
}
