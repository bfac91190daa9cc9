using Cifra.Imaging;
using Cifra.Network.Digits;

namespace Cifra.Reading.Micr;

/// <summary>Turns a line of magnetic ink and its parts into numbers, as the readers return them.</summary>
internal static class MicrNumbers
{
    /// <summary>Name of the whole line.</summary>
    public const string Line = "micr";

    /// <summary>The whole line, then its parts.</summary>
    /// <param name="line">The line.</param>
    /// <param name="layout">Its parts.</param>
    /// <param name="minConfidence">Least confidence at which a number is accepted.</param>
    /// <param name="inGiven">Maps a box of the picture that was searched to the picture as it was given.</param>
    public static IEnumerable<ReadNumber> Of(MicrLine line, MicrLayout layout, double minConfidence, Func<PixelBox, PixelBox> inGiven)
    {
        yield return Number(Line, line.Text, line.Characters, minConfidence, inGiven);
        foreach (MicrField field in layout.Fields)
        {
            yield return Number(field.Name, field.Text, [.. line.Characters.Skip(field.First).Take(field.Text.Length)], minConfidence, inGiven);
        }
    }

    private static ReadNumber Number(
        string name, string text, IReadOnlyList<MicrCharacter> characters, double minConfidence, Func<PixelBox, PixelBox> inGiven)
    {
        double confidence = characters.Aggregate(1.0, (product, character) => product * character.Probability);
        PixelBox box = characters.Aggregate(default(PixelBox), (all, character) => all.Union(inGiven(character.Box)));
        ReadDigit[] digits =
        [
            .. characters.Where(character => char.IsAsciiDigit(character.Symbol)).Select(character => new ReadDigit(
                character.Symbol - '0',
                character.Probability,
                [.. character.Others.Where(other => char.IsAsciiDigit(other.Symbol)).Take(Alternatives.MostDigits)
                    .Select(other => new RankedDigit(other.Symbol - '0', (float)other.Probability))],
                inGiven(character.Box))),
        ];
        return new ReadNumber(text, confidence, confidence >= minConfidence ? Decision.Accept : Decision.Unsure, box, digits) { Name = name };
    }
}
