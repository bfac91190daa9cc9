using System.CommandLine;
using System.CommandLine.Parsing;
using Cifra.Evaluation.Strings;

namespace Cifra.Cli.Commands;

/// <summary>The options of <c>cifra evaluate</c> that measure the reading of numbers.</summary>
internal sealed class StringsArguments
{
    // What is about a set of single digits.
    private static readonly string[] Foreign =
    [
        "--data", "--data-dir", "--normalize", "--non-digits", "--tta", "--neighbours", "--robustness", "--robustness-images", "--card",
    ];

    private readonly Option<string?> _truth = new("--strings")
    {
        Description = "Measure the reading of numbers: a CSV with a column file and one of text, digits, amount_digits or label. | in a truth separates lines; rows with usable=0 are left out.",
        HelpName = "TRUTH.csv",
    };

    private readonly Option<string?> _images = new("--images") { Description = "Folder of the truth's pictures.", HelpName = "DIR" };
    private readonly KindArguments _kind = new();
    private readonly Option<string?> _file = new("--file-column") { Description = "Name of the column with the picture's path, where it is not 'file'; where that path is not there, its last part is looked for.", HelpName = "NAME" };
    private readonly Option<bool> _boxes = new("--boxes") { Description = "Tell how many were found where they stand: the truth's columns x, y, width and height (or plate_w and plate_h) say where. Of several texts in a picture the one there is compared." };
    private readonly Option<string?> _column = new("--truth-column") { Description = "Name of the truth's column, where it is another.", HelpName = "NAME" };
    private readonly Option<string?> _field = new("--field") { Description = "Compare one field's number, such as amount, of cheques and forms; their other numbers are left out.", HelpName = "NAME" };
    private readonly Option<bool> _failOnUnsure = new("--fail-on-unsure") { Description = $"Exit with {ExitCodes.Refused} where a picture's number is unsure (with --strings)." };

    public void AddTo(Command command)
    {
        Option[] own = [_images, .. _kind.All, _column, _field, _file, _boxes, _failOnUnsure];
        command.Add(_truth);
        foreach (Option option in own)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool asked = result.GetValue(_truth) is not null;
            foreach (Option option in asked ? [] : own.Where(option => Given(result, option.Name)))
            {
                result.AddError($"{option.Name} belongs to {_truth.Name}.");
            }

            foreach (string name in asked ? Foreign.Where(name => Given(result, name)) : [])
            {
                result.AddError($"{name} is about single digits and does not go with {_truth.Name}.");
            }

            if (asked && result.GetValue(_images) is null)
            {
                result.AddError($"{_truth.Name} needs {_images.Name} DIR, the folder of the pictures.");
            }
        });
    }

    /// <summary>What was asked; null where the reading of numbers is not to be measured.</summary>
    /// <exception cref="UsageException">Several rates of errors are asked for, or a region of something that has none.</exception>
    public StringsRequest? Of(ParseResult args, string? model, double[] maxErrors)
    {
        if (args.GetValue(_truth) is not { } truth)
        {
            return null;
        }

        if (maxErrors.Length > 1)
        {
            throw new UsageException("--strings holds the reader to one --max-error at a time.");
        }

        PictureChoice pictures = _kind.Read(args, model);
        var columns = new TruthOptions { Column = args.GetValue(_column), Boxes = args.GetValue(_boxes) };
        return new StringsRequest(truth, args.GetValue(_file) is { } file ? columns with { FileColumn = file } : columns, args.GetRequiredValue(_images)!, pictures)
        {
            MaxError = maxErrors.Length == 1 ? maxErrors[0] : null,
            Field = args.GetValue(_field),
            FailOnUnsure = args.GetValue(_failOnUnsure),
        };
    }

    private static bool Given(CommandResult result, string option) =>
        result.Children.OfType<OptionResult>().Any(child => child.Option.Name == option && !child.Implicit);
}
