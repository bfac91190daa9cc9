using System.CommandLine;
using Cifra.Network;
using Cifra.Reading;
using Cifra.Reading.Grammars;

namespace Cifra.Cli.Commands;

/// <summary>What a picture is taken to show: what stands after <c>--as</c>.</summary>
/// <param name="Name">The word, with what follows its colon.</param>
/// <param name="Grammar">What the picture's one field may hold; null where all numbers on it are read.</param>
internal sealed record ReadKind(string Name, Grammar? Grammar)
{
    private const string Digit = "digit";
    private const string Usual = "number";
    private const string Cheque = "cheque";

    /// <summary>The country of the cheques; null where they tell it themselves.</summary>
    public string? Region { get; init; }

    /// <summary>Whether letters belong to what is read.</summary>
    public bool Letters => Name.StartsWith("plate", StringComparison.OrdinalIgnoreCase);

    /// <summary>The option.</summary>
    public static Option<string> Option()
    {
        var kind = new Option<string>("--as")
        {
            Description = $"What the picture shows: {Digit} (one), {Usual} (all numbers on it), {Cheque}[:REGION] (amount, date and MICR line), or one field that a grammar describes: {string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}; docs/grammars.md.",
            HelpName = "KIND",
            DefaultValueFactory = _ => Usual,
        };
        kind.Validators.Add(result =>
        {
            try
            {
                _ = Of(result.GetValueOrDefault<string>());
            }
            catch (ArgumentException e)
            {
                result.AddError($"--as: {e.Message.Split(" (Parameter ")[0]} Or {Digit}, {Usual}, or {Cheque}[:REGION].");
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // A list of codes that cannot be read is no fault of the command line; reading says so.
            }
        });
        return kind;
    }

    /// <summary>The kind that a word names.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    /// <exception cref="IOException">The file that it names cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file that it names is no list of codes.</exception>
    public static ReadKind Of(string name)
    {
        if (name == Cheque || name.StartsWith(Cheque + ':', StringComparison.Ordinal))
        {
            string? region = name.Length > Cheque.Length ? name[(Cheque.Length + 1)..].ToLowerInvariant() : null;
            return region is null || ChequeReader.Regions.Contains(region)
                ? new ReadKind(Cheque, null) { Region = region }
                : throw new ArgumentException($"'{name}': no cheques are known of '{region}'; they are of {string.Join(", ", ChequeReader.Regions)}.", nameof(name));
        }

        return new ReadKind(name, name is Digit or Usual ? null : Grammar.Parse(name));
    }

    /// <summary>The reader for such pictures.</summary>
    /// <param name="classifier">The network for single digits.</param>
    /// <param name="named">Whether the user named it: it then reads alone what lies apart, unless a grammar wants whole lines.</param>
    /// <param name="maxError">The rate of errors that is asked for; null for none.</param>
    public PictureReader Reader(DigitClassifier classifier, bool named, double? maxError)
    {
        ReadingOptions options = ReadingOptions.Default with { MaxError = maxError };
        if (Name == Cheque)
        {
            var cheques = new ChequeReader(classifier, Pretrained.Lines, options, Region);
            return new PictureReader(cheques.Read, cheques.Promise, options);
        }

        if (Name == Digit || (named && Grammar is null))
        {
            var digits = new DigitReader(classifier, Name == Digit ? options with { MaxDigits = 1 } : options);
            return new PictureReader(digits.Read, digits.Promise, options);
        }

        var numbers = new NumberReader(classifier, Pretrained.Lines, options, Grammar);
        return new PictureReader(numbers.Read, numbers.Promise, options);
    }
}
