using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Reading.Kinds;

/// <summary>With what and how pictures are read, whatever they show.</summary>
public sealed record KindOptions
{
    /// <summary>The networks that ship inside the library, and <see cref="ReadingOptions.Default"/>.</summary>
    public static KindOptions Default { get; } = new();

    /// <summary>How to read.</summary>
    public ReadingOptions Reading { get; init; } = ReadingOptions.Default;

    /// <summary>The network for single digits; null for the one that ships.</summary>
    public DigitClassifier? Digits { get; init; }

    /// <summary>The network for lines; null for the one that ships.</summary>
    public LineClassifier? Lines { get; init; }

    /// <summary>The network for number plates; null for the one that ships.</summary>
    public LineClassifier? Plates { get; init; }

    /// <summary>Disables line recognition where all numbers in a picture are read: digits must not touch.</summary>
    public bool DigitsApart { get; init; }
}
