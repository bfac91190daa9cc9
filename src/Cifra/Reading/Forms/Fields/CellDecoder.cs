using Cifra.Reading.Grammars;

namespace Cifra.Reading.Forms.Fields;

/// <summary>Reads the cells of a comb together: the likeliest digits whose text the grammar allows, by beam search.</summary>
internal static class CellDecoder
{
    /// <summary>Signs that may be printed between the cells; they are inserted where the grammar demands one.</summary>
    private const string Signs = "/-., :";

    private static readonly CellDecoderOptions Options = CellDecoderOptions.Default;

    /// <summary>The texts that the cells may hold, likeliest first; their probabilities sum to 1.</summary>
    /// <param name="cells">The cells, left to right; null for an empty one.</param>
    /// <param name="grammar">What the cells may hold together; null for any digits.</param>
    public static IReadOnlyList<CellText> Decode(IReadOnlyList<CellDigit?> cells, Grammar? grammar)
    {
        List<Path> paths = [new Path("", "", 0, grammar?.Start)];
        foreach (CellDigit? cell in cells)
        {
            List<Path> longer = [];
            foreach (Path path in paths)
            {
                double empty = cell is null ? 0 : Math.Log(Math.Max(Options.LeastEmpty, Options.EmptyOfNotADigit * cell.NotADigit));
                longer.Add(path with { Digits = path.Digits + ' ', Value = path.Value + empty });
                for (int digit = 0; cell is not null && digit < cell.Digits.Length; digit++)
                {
                    double value = Math.Log(Math.Max(Options.DigitFloor, cell.Probability(digit)));
                    if (cell.Digits[digit] >= Options.LeastDigit && Extend(path, (char)('0' + digit), value) is { } next)
                    {
                        longer.Add(next);
                    }
                }
            }

            paths = [.. longer.OrderByDescending(path => path.Value).Take(Options.BeamWidth)];
        }

        CellText[] whole = [.. paths.Select(Ended).OfType<CellText>().OrderByDescending(text => text.Value)];
        double total = whole.Sum(text => Math.Exp(text.Value - whole[0].Value));
        return [.. whole.Select(text => text with { Probability = Math.Exp(text.Value - whole[0].Value) / total })];
    }

    // The path with one digit more, after a printed sign where the grammar demands one; null where the grammar allows neither.
    private static Path? Extend(Path path, char digit, double value)
    {
        if (path.State is not { } state)
        {
            return new Path(path.Text + digit, path.Digits + digit, path.Value + value, null);
        }

        if (state.After(digit) is { } next)
        {
            return new Path(path.Text + digit, path.Digits + digit, path.Value + value, next);
        }

        foreach (char sign in Signs)
        {
            if (state.After(sign)?.After(digit) is { } after)
            {
                return new Path(path.Text + sign + digit, path.Digits + digit, path.Value + value, after);
            }
        }

        return null;
    }

    // The path as a text, if it may end here, perhaps after one more printed sign.
    private static CellText? Ended(Path path)
    {
        if (path.State is null or { IsEnd: true })
        {
            return new CellText(path.Text, path.Digits, path.Value, 0);
        }

        foreach (char sign in Signs)
        {
            if (path.State.After(sign) is { IsEnd: true })
            {
                return new CellText(path.Text + sign, path.Digits, path.Value, 0);
            }
        }

        return null;
    }

    private sealed record Path(string Text, string Digits, double Value, GrammarState? State);
}
