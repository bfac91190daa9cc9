using System.CommandLine;
using System.CommandLine.Parsing;
using Cifra.Evaluation.Strings;

namespace Cifra.Cli.Commands;

/// <summary>The options of <c>cifra evaluate</c> that measure the reading of numbers.</summary>
internal sealed class StringsArguments
{
    // Options that only measure single digits.
    private static readonly string[] Foreign =
    [
        "--data", "--data-dir", "--normalize", "--non-digits", "--tta", "--neighbours", "--robustness", "--robustness-images", "--card",
    ];

    private readonly Option<string?> _truth = new("--strings")
    {
        Description = "Measure the reading of numbers: a CSV with a column file and one of text, digits, amount_digits or label. "
            + "| in a truth separates lines; rows with usable=0 are left out.",
        HelpName = "TRUTH.csv",
    };

    private readonly Option<string?> _images = new("--images") { Description = "Folder of the pictures of --strings.", HelpName = "DIR" };
    private readonly KindArguments _kind = new();
    private readonly Option<string?> _file = new("--file-column")
    {
        Description = "Column of the picture's path. Default: file. If that path does not exist below DIR, its last part is searched there.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _boxes = new("--boxes")
    {
        Description = "Also count numbers found at the right place, given by the columns x, y, width and height (or plate_w and plate_h). "
            + "Of several numbers in a picture, the one at that place is compared.",
    };

    private readonly Option<string?> _column = new("--truth-column") { Description = "Column of the truth, if it has another name.", HelpName = "NAME" };

    private readonly Option<string?> _field = new("--field")
    {
        Description = "Compare one field of cheques and forms, such as amount; other fields are left out.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _failOnUnsure = new("--fail-on-unsure")
    {
        Description = $"Exit with {ExitCodes.Refused} if a picture's number is unsure (with --strings).",
    };


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
                result.AddError($"{name} measures single digits and does not go with {_truth.Name}.");
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
        columns = args.GetValue(_file) is { } file ? columns with { FileColumn = file } : columns;
        return new StringsRequest(truth, columns, args.GetRequiredValue(_images)!, pictures)
        {
            MaxError = maxErrors.Length == 1 ? maxErrors[0] : null,
            Field = args.GetValue(_field),
            FailOnUnsure = args.GetValue(_failOnUnsure),
        };
    }

    private static bool Given(CommandResult result, string option) =>
        result.Children.OfType<OptionResult>().Any(child => child.Option.Name == option && !child.Implicit);
}
