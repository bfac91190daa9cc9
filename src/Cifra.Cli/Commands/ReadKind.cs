using Cifra.Reading.Cheques;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;

namespace Cifra.Cli.Commands;

/// <summary>What a picture is taken to show: what stands after <c>--as</c>.</summary>
/// <param name="Name">The word, with what follows its colon.</param>
/// <param name="Grammar">What the picture's one field may hold; null where all numbers on it are read.</param>
internal sealed record ReadKind(string Name, Grammar? Grammar)
{
    public const string Digit = "digit";
    public const string Usual = "number";
    public const string Cheque = "cheque";
    public const string Plate = "plate";
    private const string Postcode = "zip";

    /// <summary>The country of the cheques or plates; null where they tell it themselves.</summary>
    public string? Region { get; private init; }

    /// <summary>The network that the user named for plates: a file; null for the one that ships.</summary>
    public string? PlateNetwork { get; init; }

    /// <summary>The network that the user named for lines: a file, or the one that ships by its name; null where none was named.</summary>
    public string? LineNetwork { get; init; }

    /// <summary>The form whose fields are read; null where the picture is no form.</summary>
    public FormTemplate? Form { get; init; }

    /// <summary>The file that lists what the field may hold; null where none was named.</summary>
    public string? Expected { get; private init; }

    /// <summary>Whether it is one digit.</summary>
    public bool IsDigit => Name == Digit;

    /// <summary>Whether it is whole cheques.</summary>
    public bool IsCheque => IsWord(Name, Cheque);

    /// <summary>Whether it is postcodes, on envelopes or alone.</summary>
    public bool IsPostcode => IsWord(Name, Postcode);

    /// <summary>Whether it is number plates.</summary>
    public bool IsPlate => IsWord(Name, Plate);

    /// <summary>Whether letters belong to what is read.</summary>
    public bool Letters => IsPlate;

    /// <summary>The kind that a word names.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    /// <exception cref="IOException">The file that it names cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file that it names is no list of codes.</exception>
    public static ReadKind Of(string name)
    {
        if (IsWord(name, Cheque))
        {
            string? region = RegionOf(name);
            return region is null || ChequeReader.Regions.Contains(region)
                ? new ReadKind(name, null) { Region = region }
                : throw new ArgumentException($"'{name}': no cheques are known of '{region}'; they are of {string.Join(", ", ChequeReader.Regions)}.", nameof(name));
        }

        var kind = new ReadKind(name, name is Digit or Usual ? null : Grammar.Parse(name)) { Region = IsWord(name, Plate) ? RegionOf(name) : null };
        return kind is { IsPostcode: true, Grammar.NeedsLetters: true }
            ? throw new ArgumentException($"'{name}': a {kind.Grammar.Name} has letters, and handwritten letters are not read; postcodes of digits alone are.", nameof(name))
            : kind;
    }

    /// <summary>The kind that reads the fields of a form.</summary>
    /// <param name="form">A template's file, or the name of one that ships inside.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no template.</exception>
    public static ReadKind OfForm(string form) => new("form", null) { Form = FormTemplate.Load(form) };

    /// <summary>The same kind, where only what a file lists is expected in the field.</summary>
    /// <exception cref="UsageException">Pictures of this kind are not one field.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no list, or lists nothing that this kind takes.</exception>
    public ReadKind Expecting(string file) => Grammar is not null || Name == Usual
        ? this with { Expected = file, Grammar = Grammar.Expected(file, Grammar) }
        : throw new UsageException($"--expect is about one field and does not go with {Name}.");

    private static bool IsWord(string name, string word) =>
        name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (name.Length == word.Length || name[word.Length] == ':');

    private static string? RegionOf(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : name[(colon + 1)..].ToLowerInvariant();
    }
}
