using System.CommandLine;
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

    /// <summary>The options, for a command to add.</summary>
    public IReadOnlyList<Option> All => [_kind, _form, _expect];

    /// <summary>What the pictures show.</summary>
    /// <exception cref="UsageException">Options are given that do not go together.</exception>
    /// <exception cref="IOException">A file that is named cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file that is named is no template or no list.</exception>
    public ReadKind Read(ParseResult args)
    {
        ReadKind kind = args.GetValue(_form) is { } form ? ReadKind.OfForm(form) : ReadKind.Of(args.GetRequiredValue(_kind));
        return args.GetValue(_expect) is { } file ? kind.Expecting(file) : kind;
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
