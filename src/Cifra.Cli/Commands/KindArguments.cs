using System.CommandLine;
using Cifra.Network.Models;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;
using Cifra.Reading.Kinds;

namespace Cifra.Cli.Commands;

/// <summary>The options that say what pictures show.</summary>
internal sealed class KindArguments
{
    private readonly Option<string> _kind = Kind();

    private readonly Option<string?> _form = new("--form")
    {
        Description = $"The form that the pictures show: a template's file, or {string.Join(", ", FormTemplate.BuiltIn)}, which ships inside; docs/forms.md. Its fields are read, each by its own grammar.",
        HelpName = "TEMPLATE",
    };

    private readonly Option<string?> _expect = new("--expect")
    {
        Description = "File of what the field is expected to hold, one text a line, such as the amounts of payment slips; what else the field says ends unsure. With --as, the listed texts that KIND takes.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _region = new("--region")
    {
        Description = "Whose number plates or cheques they are: us, br, eu, de, us-ca …; --as plate --region us is the same as --as plate:us.",
        HelpName = "REGION",
    };

    private readonly Option<string?> _lines = new("--lines")
    {
        Description = "The network that reads lines, beside --model's for single digits: a file that cifra train --recipe lines made; else the one that ships.",
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
        PictureKind kind = args.GetValue(_form) is { } form ? PictureKind.OfForm(FormTemplate.Load(form)) : Kind(args.GetRequiredValue(_kind), args.GetValue(_region));
        kind = args.GetValue(_expect) is { } file ? Expecting(kind, file) : kind;
        string? lines = args.GetValue(_lines);
        if (lines is not null && (kind.IsPlate || kind.IsDigit))
        {
            throw new UsageException($"--lines does not go with --as {kind.Name}, which {(kind.IsPlate ? "reads with --model's network alone" : "is no line")}.");
        }

        var pictures = new PictureChoice(kind) { Lines = lines, ModelNamed = model is not null };
        return kind.IsPlate ? pictures with { Plates = model == Pretrained.PlatesName ? null : model } : pictures with { Model = model ?? Pretrained.FieldName };
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
            Description = $"What the picture shows: {PictureKinds.Digit} (one), {PictureKinds.Number} (all numbers on it), {PictureKinds.Cheque}[:REGION] (amount, date and MICR line), or one field that a grammar describes: "
                + $"{string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}; docs/grammars.md.",
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
                result.AddError($"--as: {e.Message.Split(" (Parameter ")[0]} Or {PictureKinds.Digit}, {PictureKinds.Number}, or {PictureKinds.Cheque}[:REGION].");
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // A list of codes that cannot be read is no fault of the command line; reading says so.
            }
        });
        return kind;
    }
}
