using Cifra.Reading.Grammars;

namespace Cifra.Reading.Forms;

/// <summary>Reads the cells of a comb together, within a grammar: the likeliest digits that make a text of it.</summary>
internal static class CellDecoder
{
    private const int Beam = 60;
    private const double LeastLikely = 1e-4;

    /// <summary>Probability that ink the size of a digit is none, or that a digit's ink was not seen.</summary>
    private const double PassedOver = 0.002;

    /// <summary>What may be printed between the cells, where the grammar demands it.</summary>
    private const string Signs = "/-., :";

    /// <summary>The texts that the cells may hold, likeliest first.</summary>
    /// <param name="cells">The cells, left to right; null where one is empty.</param>
    /// <param name="grammar">What they may hold together; null for any digits.</param>
    public static IReadOnlyList<CellText> Decode(IReadOnlyList<CellDigit?> cells, Grammar? grammar)
    {
        List<Path> paths = [new Path("", "", 0, grammar?.Start)];
        foreach (CellDigit? cell in cells)
        {
            List<Path> longer = [];
            foreach (Path path in paths)
            {
                double empty = cell is null ? 0 : Math.Log(Math.Max(PassedOver, 0.2 * cell.NotADigit));
                longer.Add(path with { Digits = path.Digits + ' ', Value = path.Value + empty });
                for (int digit = 0; cell is not null && digit < cell.Digits.Length; digit++)
                {
                    if (cell.Digits[digit] >= LeastLikely && Extend(path, (char)('0' + digit), Math.Log(Math.Max(1e-6, cell.Probability(digit)))) is { } next)
                    {
                        longer.Add(next);
                    }
                }
            }

            paths = [.. longer.OrderByDescending(path => path.Value).Take(Beam)];
        }

        CellText[] whole = [.. paths.Select(Ended).OfType<CellText>().OrderByDescending(text => text.Value)];
        double total = whole.Sum(text => Math.Exp(text.Value - whole[0].Value));
        return [.. whole.Select(text => text with { Probability = Math.Exp(text.Value - whole[0].Value) / total })];
    }

    private static Path? Extend(Path path, char digit, double value)
    {
        if (path.State is not { } state)
        {
            return new Path(path.Text + digit, path.Digits + digit, path.Value + value, null);
        }

        if (state.Next(digit) is { } next)
        {
            return new Path(path.Text + digit, path.Digits + digit, path.Value + value, next);
        }

        foreach (char sign in Signs)
        {
            if (state.Next(sign)?.Next(digit) is { } after)
            {
                return new Path(path.Text + sign + digit, path.Digits + digit, path.Value + value, after);
            }
        }

        return null;
    }

    private static CellText? Ended(Path path)
    {
        if (path.State is null or { IsEnd: true })
        {
            return new CellText(path.Text, path.Digits, path.Value, 0);
        }

        foreach (char sign in Signs)
        {
            if (path.State.Next(sign) is { IsEnd: true })
            {
                return new CellText(path.Text + sign, path.Digits, path.Value, 0);
            }
        }

        return null;
    }

    private sealed record Path(string Text, string Digits, double Value, GrammarState? State);
}
