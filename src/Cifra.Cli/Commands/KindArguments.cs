using System.CommandLine;
using Cifra.Network.Models;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;
using Cifra.Reading.Kinds;

namespace Cifra.Cli.Commands;

/// <summary>The options that say what pictures show, and the network for lines.</summary>
internal sealed class KindArguments
{
    private readonly Option<string> _kind = Kind();

    private readonly Option<string?> _form = new("--form")
    {
        Description = "Read the fields of this form, each by its own grammar: "
            + $"a template file, or {string.Join(", ", FormTemplate.BuiltIn)}, which ships inside. docs/forms.md.",
        HelpName = "TEMPLATE",
    };

    private readonly Option<string?> _expect = new("--expect")
    {
        Description = "File that lists what the field may hold, one text per line, such as the amounts of open payment slips; anything else is unsure. "
            + "With --as KIND, only the texts that KIND allows.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _region = new("--region")
    {
        Description = "Region of number plates or cheques: us, br, eu, de, us-ca …; --as plate --region us is the same as --as plate:us.",
        HelpName = "REGION",
    };

    private readonly Option<string?> _lines = new("--lines")
    {
        Description = "Network for lines, used together with the one for single digits: a file from 'cifra train --recipe lines'. "
            + "Default: the one that ships inside.",
        HelpName = "MODEL",
    };

    /// <summary>The options, for a command to add.</summary>
    public IReadOnlyList<Option> All => [_kind, _region, _form, _expect, _lines];

    /// <summary>What the pictures show, and the networks for them.</summary>
    /// <param name="args">What was given.</param>
    /// <param name="model">What stands after <c>--model</c>; null for nothing.</param>
    /// <exception cref="UsageException">Options are given that do not go together, or a region is not known.</exception>
    /// <exception cref="IOException">A file that is named cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file that is named is no template or no list.</exception>
    public PictureChoice Read(ParseResult args, string? model)
    {
        PictureKind kind = args.GetValue(_form) is { } form
            ? PictureKind.OfForm(FormTemplate.Load(form))
            : Kind(args.GetRequiredValue(_kind), args.GetValue(_region));
        kind = args.GetValue(_expect) is { } file ? Expecting(kind, file) : kind;
        string? lines = args.GetValue(_lines);
        if (lines is not null && (kind.IsPlate || kind.IsDigit))
        {
            string reason = kind.IsPlate ? "reads with --model's network alone" : "is no line";
            throw new UsageException($"--lines does not go with --as {kind.Name}, which {reason}.");
        }

        var pictures = new PictureChoice(kind) { Lines = lines, ModelNamed = model is not null };
        return kind.IsPlate
            ? pictures with { Plates = model == Pretrained.PlatesName ? null : model }
            : pictures with { Model = model ?? Pretrained.FieldName };
    }

    private static PictureKind Expecting(PictureKind kind, string file)
    {
        try
        {
            return kind.Expecting(file);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"--expect is about one field and does not go with {kind.Name}.");
        }
    }

    private static PictureKind Kind(string name, string? region)
    {
        if (region is null)
        {
            return PictureKind.Parse(name);
        }

        if (!name.Equals(PictureKinds.Plate, StringComparison.OrdinalIgnoreCase) && !name.Equals(PictureKinds.Cheque, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--region belongs to --as {PictureKinds.Plate} and --as {PictureKinds.Cheque}; got --as {name}.");
        }

        try
        {
            return PictureKind.Parse($"{name}:{region}");
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--region: {e.Message.Split(" (Parameter ")[0]}");
        }
    }

    private static Option<string> Kind()
    {
        var kind = new Option<string>("--as")
        {
            Description = $"What the picture shows: {PictureKinds.Digit} (one), {PictureKinds.Number} (all numbers in it), "
                + $"{PictureKinds.Cheque}[:REGION] (amount, date and MICR line), or one field that a grammar describes: "
                + $"{string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}. docs/grammars.md.",
            HelpName = "KIND",
            DefaultValueFactory = _ => PictureKinds.Number,
        };
        kind.Validators.Add(result =>
        {
            try
            {
                _ = PictureKind.Parse(result.GetValueOrDefault<string>());
            }
            catch (ArgumentException e)
            {
                string message = e.Message.Split(" (Parameter ")[0];
                result.AddError($"--as: {message} Or {PictureKinds.Digit}, {PictureKinds.Number}, or {PictureKinds.Cheque}[:REGION].");
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // A list of codes that cannot be read is an input error, not a usage error: it is reported when the list is read.
            }
        });
        return kind;
    }
}
