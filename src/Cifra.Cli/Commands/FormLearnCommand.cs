using System.CommandLine;
using System.Globalization;
using System.Text;
using Cifra.Imaging.Formats;
using Cifra.Reading.Forms;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra form learn</c>: proposes a template.</summary>
internal static class FormLearnCommand
{
    public static Command Create(Shell shell)
    {
        var picture = new Argument<string>("IMAGE") { Description = "Picture of the form: a scan, or a photo of the whole page; best without writing in it." };
        CommonOptions.RefuseOptions(picture);
        var target = new Option<string>("--out")
        {
            Description = "Template file to write; - (default) for standard output.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "-",
        };
        var name = new Option<string?>("--name") { Description = "Name of the form. Default: the picture's file name.", HelpName = "TEXT" };
        var command = new Command(
            "learn",
            """
            Propose a form's template from a picture of it: its combs, boxes, tables, grids and corner marks.

            The fields are called comb1, box1, table1, grid1 and so on: change that in the file, and say what each may hold ("as"), which must be
            filled in ("required") and what they must agree on ("rules"); docs/forms.md.

            Examples:
              cifra form learn blank.png
              cifra form learn blank.png --out form.json --name "delivery note"
            """)
        {
            picture, target, name,
        };
        command.SetAction(args => Run(args.GetRequiredValue(picture), args.GetRequiredValue(target), args.GetValue(name), shell));
        return command;
    }

    internal static int Run(string picture, string target, string? name, Shell shell)
    {
        FormTemplate template;
        try
        {
            template = TemplateLearner.Learn(PictureFile.Load(picture), string.IsNullOrWhiteSpace(name) ? Path.GetFileNameWithoutExtension(picture) : name);
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(picture, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{picture}: {e.Message}", e);
        }

        shell.Write(target, Encoding.UTF8.GetBytes(template.ToJson()));
        shell.Error.WriteLine($"{picture}: {Summary(template)}");
        return ExitCodes.Done;
    }

    private static string Summary(FormTemplate template)
    {
        string[] parts =
        [
            .. template.Fields.CountBy(field => field.Name.TrimEnd("0123456789".ToCharArray()))
                .Select(kind => Counted(kind.Value, kind.Key == "box" && kind.Value > 1 ? "boxe" : kind.Key)),
            template.Marks.Count > 0 ? Counted(template.Marks.Count, "corner mark") : "no corner marks",
        ];
        return string.Join(", ", parts);
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
