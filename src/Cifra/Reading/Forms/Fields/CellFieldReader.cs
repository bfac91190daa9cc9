using Cifra.Imaging;
using Cifra.Network.Digits;

namespace Cifra.Reading.Forms.Fields;

/// <summary>Turns the classified cells of combs and grids into numbers.</summary>
/// <param name="options">The confidences from which a reading is accepted.</param>
/// <param name="notADigitThreshold">Probability of being no digit above which the network's answer is doubtful; null if the network cannot tell.</param>
/// <param name="promise">The threshold for each digit of a number of so many digits; null for no promised error rate.</param>
internal sealed class CellFieldReader(ReadingOptions options, double? notADigitThreshold, Func<int, SelectiveRiskThreshold?> promise)
{
    /// <summary>
    /// Probability of being no digit above which a cell's ink is taken for none. Between the network's own threshold and this one the digit is read and
    /// unsure, because ink in a cell for a digit is likelier a digit than ink elsewhere. One half: likelier none than one.
    /// </summary>
    private const double NotADigit = 0.5;

    /// <summary>The numbers of a field with one digit per cell: one for a comb, one per row for a grid.</summary>
    /// <param name="seen">The field, its digits classified.</param>
    /// <param name="inGiven">Maps a box of the field's patch to the original picture.</param>
    public IEnumerable<ReadNumber> Read(SeenField seen, Func<PixelBox, PixelBox> inGiven)
    {
        if (seen.Field.Rows == 1)
        {
            yield return Comb(seen, inGiven);
            yield break;
        }

        IReadOnlyList<string> names = seen.Field.ReportedNames;
        for (int row = 0; row < seen.Field.Rows; row++)
        {
            yield return Row(seen, row, inGiven) with { Name = names[row] };
        }
    }

    private ReadNumber Comb(SeenField seen, Func<PixelBox, PixelBox> inGiven)
    {
        CellDigit[] inked = [.. seen.Digits.OfType<CellDigit>()];
        bool empty = inked.Length == 0;
        IReadOnlyList<CellText> texts = empty ? [] : CellDecoder.Decode(seen.Digits, seen.Grammar);
        bool outside = !empty && texts.Count == 0 && seen.Grammar is not null;
        texts = texts.Count == 0 ? CellDecoder.Decode(seen.Digits, null) : texts;
        CellText best = texts[0];
        List<string> flaws = [.. seen.Flaws[0]];
        if (best.Digits.Trim().Contains(' ', StringComparison.Ordinal))
        {
            flaws.Add("an empty cell between digits");
        }

        if (outside)
        {
            flaws.Add($"no {seen.Grammar!.Name}: {seen.Grammar.Objection(best.Text) ?? "its cells hold something else"}");
        }

        ReadDigit[] digits =
        [
            .. inked.Where(digit => best.Digits[digit.Cell] != ' ')
                .Select(digit => Digit(digit, best.Digits[digit.Cell] - '0', texts, inGiven(digit.Box))),
        ];
        bool unclear = flaws.Count > seen.Flaws[0].Count || inked.Any(IsDoubtful);
        Decision decision = empty ? Decision.Accept
            : inked.All(IsNoDigit) ? Decision.NotADigit
            : best.Probability >= options.MinConfidence && !unclear && IsPromised(inked, best.Digits) ? Decision.Accept
            : Decision.Unsure;
        return new ReadNumber(best.Text, best.Probability, decision, FieldBox(seen, 0, inGiven), digits)
        {
            Name = seen.Name,
            Value = empty ? null : seen.Grammar?.Canonical(best.Text),
            Flaws = flaws,
            Alternatives = [.. OtherTexts(texts, best).Select(text => new RankedText(text.Text, text.Probability))],
        };
    }

    private static IEnumerable<CellText> OtherTexts(IReadOnlyList<CellText> texts, CellText best) => texts
        .Skip(1)
        .Where(text => text.Text != best.Text && text.Probability >= Alternatives.Least)
        .Take(Alternatives.MostTexts);

    // A row of a grid: each cell by itself, within what the grammar lets a cell hold.
    private ReadNumber Row(SeenField seen, int row, Func<PixelBox, PixelBox> inGiven)
    {
        int columns = seen.Field.Columns;
        char[] text = new char[columns];
        List<ReadDigit> digits = [];
        List<string> strange = [];
        List<CellDigit> inked = [];
        double confidence = 1;
        for (int column = 0; column < columns; column++)
        {
            text[column] = seen.Field.Empty;
            if (seen.Digits[(row * columns) + column] is not { } cell)
            {
                continue;
            }

            inked.Add(cell);
            CellText[] texts = [.. CellDecoder.Decode([cell], seen.Grammar).Where(found => found.Digits != " ")];
            if (cell.IsCrowded || IsNoDigit(cell) || texts.Length == 0)
            {
                strange.Add(cell.IsCrowded
                    ? FormattableString.Invariant($"column {column + 1} holds several small marks")
                    : FormattableString.Invariant($"column {column + 1} holds no digit (probability {cell.NotADigit:F2})"));
                confidence *= 1 - cell.NotADigit;
                continue;
            }

            text[column] = texts[0].Digits[0];
            double sure = texts[0].Probability * (1 - cell.NotADigit);
            confidence *= sure;
            digits.Add(new ReadDigit(text[column] - '0', sure, Others(cell, text[column] - '0'), inGiven(cell.Box)));
        }

        bool clear = strange.Count == 0 && !inked.Any(IsDoubtful);
        Decision decision = inked.Count == 0 ? Decision.Accept
            : clear && confidence >= options.MinConfidence && IsPromised([.. inked], new string(text)) ? Decision.Accept
            : Decision.Unsure;
        return new ReadNumber(new string(text), confidence, decision, FieldBox(seen, row, inGiven), digits) { Flaws = [.. seen.Flaws[row], .. strange] };
    }

    private bool IsNoDigit(CellDigit cell) => notADigitThreshold is null ? IsDoubtful(cell) : cell.NotADigit > NotADigit;

    private bool IsDoubtful(CellDigit cell) => notADigitThreshold is { } threshold
        ? cell.NotADigit > threshold
        : cell.Digits.Max() < options.MinDigitProbability;

    // The promise is about the network's own answers: a digit that only the grammar chose is not covered by it.
    private bool IsPromised(CellDigit[] inked, string digits)
    {
        if (promise(inked.Length) is not { } held)
        {
            return true;
        }

        int columns = digits.Length;
        return inked.All(cell => cell.Likeliest == digits[cell.Cell % columns] - '0' && held.Accepts(cell.Probability(cell.Likeliest), cell.NotADigit));
    }

    // A digit's probability is the sum over all texts that have it in its cell.
    private static ReadDigit Digit(CellDigit cell, int value, IReadOnlyList<CellText> texts, PixelBox box)
    {
        double sure = texts.Where(text => text.Digits[cell.Cell] == '0' + value).Sum(text => text.Probability);
        return new ReadDigit(value, Math.Min(1, sure), Others(cell, value), box);
    }

    private static IReadOnlyList<RankedDigit> Others(CellDigit cell, int value) =>
    [
        .. DigitClassifier.Rank(cell.Digits)
            .Where(digit => digit.Value != value && digit.Probability * (1 - cell.NotADigit) >= Alternatives.Least)
            .Take(Alternatives.MostDigits)
            .Select(digit => digit with { Probability = digit.Probability * (1 - cell.NotADigit) }),
    ];

    private static PixelBox FieldBox(SeenField seen, int row, Func<PixelBox, PixelBox> inGiven)
    {
        PixelBox first = seen.Patch.Cell(row, 0);
        return inGiven(first.Union(seen.Patch.Cell(row, seen.Field.Columns - 1)));
    }
}
