using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Cheques;
using Cifra.Reading.Digits;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;
using Cifra.Reading.Plates;
using Cifra.Reading.Post;

namespace Cifra.Reading.Kinds;

/// <summary>What pictures are taken to show: what stands after <c>--as</c>, or the fields of a form.</summary>
/// <example><c>PictureKind.Parse("zip:de").CreateReader().Read("envelope.jpg")</c></example>
public sealed record PictureKind
{
    private PictureKind(string name) => Name = name;

    /// <summary>The text it was parsed from, such as "zip:de"; "form" of a form.</summary>
    public string Name { get; }

    /// <summary>What the picture's one field may hold; null where all numbers in the picture are read.</summary>
    public Grammar? Grammar { get; private init; }

    /// <summary>The country of cheques or plates; null where they tell it themselves.</summary>
    public string? Region { get; private init; }

    /// <summary>The form whose fields are read; null where the picture is no form.</summary>
    public FormTemplate? Form { get; private init; }

    /// <summary>Whether it is one digit.</summary>
    public bool IsDigit => PictureKinds.IsWord(Name, PictureKinds.Digit);

    /// <summary>Whether it is whole cheques.</summary>
    public bool IsCheque => PictureKinds.IsWord(Name, PictureKinds.Cheque);

    /// <summary>Whether it is postcodes, on envelopes or alone.</summary>
    public bool IsPostcode => PictureKinds.IsWord(Name, PictureKinds.Postcode);

    /// <summary>Whether it is number plates; they have letters too.</summary>
    public bool IsPlate => PictureKinds.IsWord(Name, PictureKinds.Plate);

    /// <summary>The kind that a text names; <see cref="PictureKinds.All"/> lists them.</summary>
    /// <param name="text">Such as "number", "amount", "zip:de", "cheque:us".</param>
    /// <param name="files">Whether the text may name a file ("codes:FILE", "expect:FILE"); false for texts from strangers.</param>
    /// <exception cref="ArgumentException">It names none; the message says which there are, or what is wrong with what follows the colon.</exception>
    /// <exception cref="IOException">The file that it names cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file that it names is no list of codes.</exception>
    public static PictureKind Parse(string text, bool files = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!files && PictureKinds.NamesFile(text))
        {
            throw new ArgumentException($"'{text}' names a file, which is not allowed here.", nameof(text));
        }

        if (text is PictureKinds.Digit or PictureKinds.Number)
        {
            return new PictureKind(text);
        }

        string? region = PictureKinds.RegionOf(text);
        if (PictureKinds.IsWord(text, PictureKinds.Cheque))
        {
            return region is null || ChequeReader.Regions.Contains(region)
                ? new PictureKind(text) { Region = region }
                : throw new ArgumentException(
                    $"'{text}': no cheques are known of '{region}'; they are of {string.Join(", ", ChequeReader.Regions)}.", nameof(text));
        }

        var kind = new PictureKind(text) { Grammar = Grammar.Parse(text), Region = PictureKinds.IsWord(text, PictureKinds.Plate) ? region : null };
        return kind is { IsPostcode: true, Grammar.NeedsLetters: true }
            ? throw new ArgumentException(
                $"'{text}': a {kind.Grammar.Name} has letters, and handwritten letters are not read; postcodes of digits alone are.", nameof(text))
            : kind;
    }

    /// <summary>The kind that reads the fields of a form.</summary>
    public static PictureKind OfForm(FormTemplate form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new PictureKind("form") { Form = form };
    }

    /// <summary>The same kind, where only what a file lists is expected in the one field.</summary>
    /// <exception cref="ArgumentException">Pictures of this kind are not one field.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no list, or lists nothing that this kind takes.</exception>
    public PictureKind Expecting(string file) => Grammar is not null || Name == PictureKinds.Number
        ? this with { Grammar = Grammar.Expected(file, Grammar) }
        : throw new ArgumentException($"A list of what is expected is about one field and does not go with {Name}.", nameof(file));

    /// <summary>Whether error rates are promised from the held-out scores of the network for digits, rather than from those of the network for lines.</summary>
    /// <param name="options">With what and how to read; null for what ships.</param>
    public bool IsPromisedByDigits(KindOptions? options = null) => IsDigit || Form is not null || ReadsDigitsApart(options ?? KindOptions.Default);

    /// <summary>The reader for such pictures.</summary>
    /// <param name="options">With what and how to read; null for what ships.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">An error rate is asked for, and the network that decides has no held-out scores; or a network does not suit.</exception>
    public IPictureReader CreateReader(KindOptions? options = null)
    {
        options ??= KindOptions.Default;
        if (IsPlate)
        {
            return options.Reading.MaxError is null
                ? new PlateReader(options.Plates ?? Pretrained.Plates, Region, options.Reading)
                : throw new ArgumentException("No error rate can be promised for number plates: their network has no held-out scores.", nameof(options));
        }

        DigitClassifier digits = options.Digits ?? Pretrained.Field;
        if (IsDigit || ReadsDigitsApart(options))
        {
            return new DigitReader(digits, IsDigit ? options.Reading with { MaxDigits = 1 } : options.Reading);
        }

        LineClassifier lines = options.Lines ?? Pretrained.Lines;
        return Form is not null ? new FormReader(Form, digits, lines, options.Reading)
            : IsCheque ? new ChequeReader(digits, lines, options.Reading, Region)
            : IsPostcode ? new PostcodeReader(digits, lines, Grammar!, options.Reading)
            : new NumberReader(digits, lines, options.Reading, Grammar);
    }

    private bool ReadsDigitsApart(KindOptions options) =>
        options.DigitsApart && Grammar is null && Form is null && !IsCheque && !IsPlate;
}
