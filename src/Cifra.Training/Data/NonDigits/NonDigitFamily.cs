using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>One kind of pictures that show no digit: "letters", "scribbles". <see cref="NonDigitDrawer.Families"/> lists them all.</summary>
internal sealed class NonDigitFamily
{
    internal NonDigitFamily(long key, string name, string what, bool forTraining, Painter paint)
    {
        Key = key;
        Name = name;
        What = what;
        ForTraining = forTraining;
        Paint = paint;
    }

    internal NonDigitFamily(long key, string name, string what, bool forTraining, FreePainter paint)
        : this(key, name, what, forTraining, (random, _, picture) => paint(random, picture))
    {
    }

    /// <summary>Paints one picture from digits; <paramref name="picture"/> is black before.</summary>
    internal delegate void Painter(SeededRandom random, DigitSet digits, Span<byte> picture);

    /// <summary>Paints one picture without any digit.</summary>
    internal delegate void FreePainter(SeededRandom random, Span<byte> picture);

    /// <summary>Its name in reports, of small letters and hyphens.</summary>
    public string Name { get; }

    /// <summary>What its pictures show, in half a sentence.</summary>
    public string What { get; }

    /// <summary>Whether a network may be trained on it; the others are kept to measure it on what it has never seen.</summary>
    public bool ForTraining { get; }

    /// <summary>Its part of the random key: never changed and never used again, so that pictures stay what they are.</summary>
    internal long Key { get; }

    internal Painter Paint { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
