using System.CommandLine;
using Cifra.Network;
using Cifra.Reading;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;
using Cifra.Reading.Post;

namespace Cifra.Cli.Commands;

/// <summary>What a picture is taken to show: what stands after <c>--as</c>.</summary>
/// <param name="Name">The word, with what follows its colon.</param>
/// <param name="Grammar">What the picture's one field may hold; null where all numbers on it are read.</param>
internal sealed partial record ReadKind(string Name, Grammar? Grammar)
{
    private const string Digit = "digit";
    private const string Usual = "number";
    private const string Postcode = "zip";

    /// <summary>The form whose fields are read; null where the picture is no form.</summary>
    public FormTemplate? Form { get; init; }

    /// <summary>Whether letters belong to what is read.</summary>
    public bool Letters => Name.StartsWith("plate", StringComparison.OrdinalIgnoreCase);

    private bool IsPostcode => Name.Split(':')[0].Equals(Postcode, StringComparison.OrdinalIgnoreCase);

    /// <summary>The option.</summary>
    public static Option<string> Option()
    {
        var kind = new Option<string>("--as")
        {
            Description = $"What the picture shows: {Digit} (one), {Usual} (all numbers on it), or one field that a grammar describes: {string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}; docs/grammars.md.",
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
                result.AddError($"--as: {e.Message.Split(" (Parameter ")[0]} Or {Digit}, or {Usual}.");
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
        var kind = new ReadKind(name, name is Digit or Usual ? null : Grammar.Parse(name));
        return kind is { IsPostcode: true, Grammar.NeedsLetters: true }
            ? throw new ArgumentException($"'{name}': a {kind.Grammar.Name} has letters, and handwritten letters are not read; postcodes of digits alone are.", nameof(name))
            : kind;
    }

    /// <summary>The kind of what the command line says: a form, where one is named, else what stands after <c>--as</c>.</summary>
    /// <exception cref="IOException">The file that it names cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file that it names is no template or no list of codes.</exception>
    public static ReadKind Of(string name, string? form) => form is null ? Of(name) : new ReadKind("form", null) { Form = FormTemplate.Load(form) };

    /// <summary>The option that names a form.</summary>
    public static Option<string?> FormOption() => new("--form")
    {
        Description = $"The form that the pictures show: a template's file, or {string.Join(", ", FormTemplate.BuiltIn)}, which ships inside; docs/forms.md. Its fields are read, each by its own grammar.",
        HelpName = "TEMPLATE",
    };

    /// <summary>The reader for such pictures.</summary>
    /// <param name="classifier">The network for single digits.</param>
    /// <param name="named">Whether the user named it: it then reads alone what lies apart, unless a grammar wants whole lines.</param>
    /// <param name="maxError">The rate of errors that is asked for; null for none.</param>
    public PictureReader Reader(DigitClassifier classifier, bool named, double? maxError)
    {
        ReadingOptions options = ReadingOptions.Default with { MaxError = maxError };
        if (Form is not null)
        {
            var fields = new FormReader(Form, classifier, Pretrained.Lines, options);
            return new PictureReader(fields.Read, count => DeclinedPromises.OfDigits(count, fields.Promise(count)), options);
        }

        if (Name == Digit || (named && Grammar is null))
        {
            var digits = new DigitReader(classifier, Name == Digit ? options with { MaxDigits = 1 } : options);
            return new PictureReader(digits.Read, count => DeclinedPromises.OfDigits(count, digits.Promise(count)), options);
        }

        if (IsPostcode)
        {
            var postcodes = new PostcodeReader(classifier, Pretrained.Lines, Grammar!, options);
            return new PictureReader(postcodes.Read, _ => DeclinedPromises.OfNumbers(postcodes.Promise), options) { Look = postcodes.Look };
        }

        var numbers = new NumberReader(classifier, Pretrained.Lines, options, Grammar);
        return new PictureReader(numbers.Read, _ => DeclinedPromises.OfNumbers(numbers.Promise), options) { Look = numbers.Look };
    }
}
