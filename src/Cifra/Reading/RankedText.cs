using System.Globalization;

namespace Cifra.Reading;

/// <summary>A text that a whole field may hold, and its probability.</summary>
/// <param name="Text">The symbols, left to right.</param>
/// <param name="Probability">0..1.</param>
public sealed record RankedText(string Text, double Probability)
{
    /// <summary>Whether the text has the form that was asked for, such as that of a region's number plates; null where none was asked for.</summary>
    public bool? Matches { get; init; }

    /// <summary>Text and probability for people: "1450 (0.021)".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text} ({Probability:0.000})");
}
