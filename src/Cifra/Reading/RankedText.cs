namespace Cifra.Reading;

/// <summary>What a whole field may say, and how likely it is.</summary>
/// <param name="Text">The symbols, left to right.</param>
/// <param name="Probability">0..1.</param>
public sealed record RankedText(string Text, double Probability)
{
    /// <summary>Whether it has a form that was asked for, such as that of a region's number plates; null where none was.</summary>
    public bool? Matches { get; init; }
}
