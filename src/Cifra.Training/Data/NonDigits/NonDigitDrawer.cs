using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Endless pictures that show no digit, as the reader would hand them to a network: what "not a digit" is trained and tested on.</summary>
/// <remarks>
/// Where there is ink it has been through <see cref="Imaging.DigitNormalizer"/> as a digit's has, so that size and place give nothing away.
/// A picture follows from the family, the seed, the index and the digits given, whatever thread draws it. docs/non-digits.md shows them.
/// </remarks>
/// <example><c>NonDigitDrawer.Draw(NonDigitDrawer.Family("letters"), train, seed: 1, index: 0, picture)</c></example>
internal static class NonDigitDrawer
{
    private const long SequenceKey = 0x6E6F6E65; // keeps these sequences apart from those that other code makes of the same seed

    /// <summary>All families, those for training first.</summary>
    public static IReadOnlyList<NonDigitFamily> Families { get; } =
    [
        new(1, "letters", "handwritten letters that are a digit in nobody's hand", true, HandLetters.Paint),
        new(2, "glyphs", "a few random strokes with more loose ends than any digit has", true, RandomGlyphs.Paint),
        new(3, "scribbles", "coils, zigzags and tangles", true, Scribbles.Paint),
        new(4, "neighbours", "two or three digits side by side in one crop, apart or touching", true, DigitCollages.Neighbours),
        new(5, "overlaps", "two digits written over each other", true, DigitCollages.Overlaps),
        new(6, "pieces", "parts of a digit that are certainly no digit", true, DigitPieces.Paint),
        new(7, "crossed-out", "a digit struck through several times", true, CrossedOut.Paint),
        new(8, "blank", "nothing, or next to nothing", true, BlankPictures.Blank),
        new(9, "specks", "a few specks of dirt", true, BlankPictures.Specks),
        new(10, "noise", "grain, fine or coarse, sparse or dense", true, BlankPictures.Noise),
        new(11, "rules", "pieces of boxes, tables and ruled lines", true, RuledLines.Paint),
        new(12, "signs", "punctuation, arithmetic and currency signs", true, HandSigns.Paint),
        new(13, "solids", "filled discs, polygons and blots", true, SolidShapes.Paint),
        new(14, "textures", "smooth random fields, grey or cut at a level", true, Textures.Paint),
        new(101, "withheld-letters", "other handwritten letters than the trained ones", false, HandLetters.PaintWithheld),
        new(102, "print-letters", "letters of a printing type, with serifs or without", false, PrintLetters.Paint),
        new(103, "foreign-letters", "Greek, Cyrillic and Chinese characters by hand", false, ForeignLetters.Paint),
        new(104, "letter-pairs", "two letters in one crop", false, HandLetters.PaintPair),
        new(105, "arrows", "arrows of all kinds in all directions", false, Arrows.Paint),
        new(106, "doodles", "hearts, stars, spirals, smileys, houses", false, Doodles.Paint),
        new(107, "barcodes", "bars, checks and cells", false, Barcodes.Paint),
        new(108, "edges", "shaded planes that meet in edges, as in a photo out of focus", false, ShadedEdges.Paint),
    ];

    /// <summary>The family of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static NonDigitFamily Family(string name) =>
        Families.FirstOrDefault(family => family.Name == name)
        ?? throw new ArgumentException($"No family '{name}'; there are {string.Join(", ", Families)}.", nameof(name));

    /// <summary>Draws one picture. Any number of threads may draw at once.</summary>
    /// <param name="family">What to draw.</param>
    /// <param name="digits">Labelled digits, of which some families take parts or several; of each of 0 to 9 at least one.</param>
    /// <param name="seed">Names the sequence of pictures.</param>
    /// <param name="index">Which picture of the sequence.</param>
    /// <param name="picture">[784] receives the 28x28 picture, bright on black.</param>
    /// <exception cref="ArgumentException">The picture has another size, or the digits lack their labels or one that is needed.</exception>
    public static void Draw(NonDigitFamily family, DigitSet digits, long seed, long index, Span<byte> picture)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(digits);
        if (picture.Length != DigitInput.Size)
        {
            throw new ArgumentException($"A picture has {DigitInput.Size} pixels; got {picture.Length}.", nameof(picture));
        }

        if (!digits.HasLabels)
        {
            throw new ArgumentException($"The digits of '{digits.Name}' have no labels.", nameof(digits));
        }

        picture.Clear();
        family.Paint(new SeededRandom(seed, SequenceKey, family.Key, index), digits, picture);
    }

    /// <summary>A set without labels: the families in turn, picture number i being the family's number i / families.</summary>
    /// <param name="families">One or more.</param>
    /// <param name="digits">As for <see cref="Draw"/>.</param>
    /// <param name="count">Number of pictures, 0 or more.</param>
    /// <param name="seed">Names the set; a smaller one of the same seed is the beginning of a larger one.</param>
    public static DigitSet Set(IEnumerable<NonDigitFamily> families, DigitSet digits, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(families);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        NonDigitFamily[] turns = [.. families];
        Guard.NotEmpty<NonDigitFamily>(turns, nameof(families));

        byte[] pixels = new byte[checked(count * DigitInput.Size)];
        for (int i = 0; i < count; i++)
        {
            Draw(turns[i % turns.Length], digits, seed, i / turns.Length, pixels.AsSpan(i * DigitInput.Size, DigitInput.Size));
        }

        return new DigitSet("non-digits", pixels, labels: null);
    }
}
