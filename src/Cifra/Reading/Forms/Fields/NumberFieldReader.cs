using Cifra.Imaging;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Forms.Fields;

/// <summary>Reads a plain box: one number, its digits at any distance from each other.</summary>
/// <param name="digits">Network for a normalized digit.</param>
/// <param name="lines">Network for a normalized line of digits.</param>
/// <param name="options">How to read.</param>
internal sealed class NumberFieldReader(DigitClassifier digits, LineClassifier lines, ReadingOptions options)
{
    private static readonly Grammar AnyDigits = Grammar.Digits(1, null);

    private readonly Dictionary<Grammar, NumberReader> _readers = [];

    /// <summary>The number in a field.</summary>
    /// <param name="seen">The field.</param>
    /// <param name="inGiven">Maps a box of the field's patch to the original picture.</param>
    /// <param name="check">Optional; asked for cancellation before each line.</param>
    public ReadNumber Read(SeenField seen, Func<PixelBox, PixelBox> inGiven, CancellationCheck? check = null)
    {
        PixelBox place = inGiven(seen.Patch.Cell(0, 0));
        if (seen.Digits.All(digit => digit is null))
        {
            return new ReadNumber("", 1, Decision.Accept, place, []) { Name = seen.Name, Flaws = seen.Flaws[0] };
        }

        PictureReading reading = Reader(seen.Grammar ?? AnyDigits).Read(seen.Ink.Picture, check);
        return reading.Numbers.Count == 0
            ? new ReadNumber("", 0, Decision.NotADigit, place, []) { Name = seen.Name, Flaws = seen.Flaws[0] }
            : reading.Numbers[0] with
            {
                Name = seen.Name,
                Box = place,
                Flaws = seen.Flaws[0],
                Digits = [.. reading.Numbers[0].Digits.Select(digit => digit with { Box = inGiven(digit.Box) })],
            };
    }

    private NumberReader Reader(Grammar grammar)
    {
        lock (_readers)
        {
            if (!_readers.TryGetValue(grammar, out NumberReader? reader))
            {
                _readers[grammar] = reader = new NumberReader(digits, lines, options, grammar);
            }

            return reader;
        }
    }
}
