using System.CommandLine;
using Cifra.Network.Models;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;

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

    /// <summary>What the pictures show, and the network for single digits that goes with it.</summary>
    /// <param name="args">What was given.</param>
    /// <param name="model">What stands after <c>--model</c>; null for nothing.</param>
    /// <returns>The kind, and the name of the network to open.</returns>
    /// <exception cref="UsageException">Options are given that do not go together, or a region is not known.</exception>
    /// <exception cref="IOException">A file that is named cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file that is named is no template or no list.</exception>
    public (ReadKind Kind, string Network) Read(ParseResult args, string? model)
    {
        ReadKind kind = args.GetValue(_form) is { } form ? ReadKind.OfForm(form) : Kind(args.GetRequiredValue(_kind), args.GetValue(_region));
        kind = args.GetValue(_expect) is { } file ? kind.Expecting(file) : kind;
        kind = args.GetValue(_lines) is { } lines ? WithLines(kind, lines) : kind;
        return kind.IsPlate ? (kind with { PlateNetwork = model == Pretrained.PlatesName ? null : model }, Pretrained.FieldName) : (kind, model ?? Pretrained.FieldName);
    }

    private static ReadKind WithLines(ReadKind kind, string lines) => kind.IsPlate || kind.IsDigit
        ? throw new UsageException($"--lines does not go with --as {kind.Name}, which {(kind.IsPlate ? "reads with --model's network alone" : "is no line")}.")
        : kind with { LineNetwork = lines };

    private static ReadKind Kind(string name, string? region)
    {
        if (region is null)
        {
            return ReadKind.Of(name);
        }

        if (!name.Equals(ReadKind.Plate, StringComparison.OrdinalIgnoreCase) && !name.Equals(ReadKind.Cheque, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--region belongs to --as {ReadKind.Plate} and --as {ReadKind.Cheque}; got --as {name}.");
        }

        try
        {
            return ReadKind.Of($"{name}:{region}");
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
            Description = $"What the picture shows: {ReadKind.Digit} (one), {ReadKind.Usual} (all numbers on it), {ReadKind.Cheque}[:REGION] (amount, date and MICR line), or one field that a grammar describes: "
                + $"{string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}; docs/grammars.md.",
            HelpName = "KIND",
            DefaultValueFactory = _ => ReadKind.Usual,
        };
        kind.Validators.Add(result =>
        {
            try
            {
                _ = ReadKind.Of(result.GetValueOrDefault<string>());
            }
            catch (ArgumentException e)
            {
                result.AddError($"--as: {e.Message.Split(" (Parameter ")[0]} Or {ReadKind.Digit}, {ReadKind.Usual}, or {ReadKind.Cheque}[:REGION].");
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // A list of codes that cannot be read is no fault of the command line; reading says so.
            }
        });
        return kind;
    }
}
