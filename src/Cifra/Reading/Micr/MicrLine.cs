using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>A line of magnetic ink that was found and read.</summary>
/// <param name="Font">Its font.</param>
/// <param name="Place">Where it is, in pixels of the picture that was searched.</param>
/// <param name="Characters">Its characters, left to right.</param>
/// <param name="Text">Its characters, with a space wherever there is room for one.</param>
/// <param name="Explained">The part of the line's ink that its characters explain: 1 for a perfect print.</param>
internal sealed record MicrLine(MicrFont Font, TextLine Place, IReadOnlyList<MicrCharacter> Characters, string Text, double Explained)
{
    /// <summary>The probability that all characters are right, if errors are independent.</summary>
    public double Confidence => Characters.Aggregate(1.0, (product, character) => product * character.Probability);
}
