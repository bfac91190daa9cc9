using Cifra.Reading.Cheques;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Kinds;

/// <summary>The kinds of picture that there are: from the text of <c>--as</c> to a reader.</summary>
/// <example><c>PictureKinds.Create("amount").Read("slip.png").Numbers[0].Value</c></example>
public static class PictureKinds
{
    /// <summary>One digit.</summary>
    public const string Digit = "digit";

    /// <summary>All numbers in the picture; the kind where none is named.</summary>
    public const string Number = "number";

    /// <summary>Cheques; a region may follow.</summary>
    public const string Cheque = "cheque";

    /// <summary>Number plates; a region may follow.</summary>
    public const string Plate = "plate";

    internal const string Postcode = "zip";

    /// <summary>All kinds: the whole pictures, then the single fields that a grammar describes.</summary>
    public static IReadOnlyList<KindHelp> All { get; } =
    [
        new(Digit, "one digit"),
        new(Number, "all numbers in the picture, digits that touch among them"),
        new($"{Cheque}[:REGION]", $"amount, date and the line of magnetic ink; cheques of {string.Join(" ", ChequeReader.Regions)}"),
        .. Grammar.Forms.Select(form => form.Split("  ", 2)).Select(parts => new KindHelp(parts[0], parts[1])),
    ];

    /// <summary>The reader for what a text names.</summary>
    /// <param name="kind">Such as "number", "amount", "zip:de", "cheque:us"; <see cref="All"/> lists them.</param>
    /// <param name="options">With what and how to read; null for what ships.</param>
    /// <exception cref="ArgumentException">It names no kind, or the options do not suit it.</exception>
    /// <exception cref="IOException">The file that it names cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file that it names is no list of codes.</exception>
    public static IPictureReader Create(string kind, KindOptions? options = null) => PictureKind.Parse(kind).CreateReader(options);

    internal static bool IsWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[word.Length] == ':');

    internal static bool NamesFile(string text) => IsWord(text, "codes") || IsWord(text, "expect");

    internal static string? RegionOf(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : text[(colon + 1)..].ToLowerInvariant();
    }
}
