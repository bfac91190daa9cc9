using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Finds the best paths through a lattice: for any text of a grammar, and for given digits.</summary>
internal static class LatticeDecoder
{
    private const string Signs = "/-., :";

    /// <summary>The likeliest texts, likeliest first.</summary>
    /// <remarks>A lattice does not read the signs between digits: they stand where the grammar demands them and nowhere else.</remarks>
    /// <param name="lattice">The line.</param>
    /// <param name="grammar">What the line may say; null for any digits.</param>
    /// <param name="beam">Paths that are kept at each cut, and most texts that are returned.</param>
    public static IReadOnlyList<Hypothesis> Decode(Lattice lattice, Grammar? grammar, int beam)
    {
        int cuts = lattice.Cuts.Count;
        var best = new Dictionary<string, (double Value, GrammarState? State)>[cuts];
        for (int cut = 0; cut < cuts; cut++)
        {
            best[cut] = [];
        }

        best[0][""] = (0, grammar?.Start);
        for (int cut = 0; cut < cuts - 1; cut++)
        {
            List<KeyValuePair<string, (double Value, GrammarState? State)>> kept =
                [.. best[cut].OrderByDescending(path => path.Value.Value).Take(beam)];
            foreach (Segment segment in lattice.From(cut))
            {
                foreach ((string text, (double value, GrammarState? state)) in kept)
                {
                    Offer(best[segment.To], text, value + segment.LogNothing, state);
                    for (int digit = 0; digit < segment.Digits.Length; digit++)
                    {
                        if (segment.LogProbability(digit) > lattice.LeastDigit && Extend(text, state, (char)('0' + digit), grammar is not null) is { } longer)
                        {
                            Offer(best[segment.To], longer.Text, value + segment.LogProbability(digit), longer.State);
                        }
                    }
                }
            }
        }

        return [.. best[^1]
            .Select(path => (Text: Ended(path.Key, path.Value.State, grammar is not null), path.Value.Value))
            .Where(path => path.Text is not null)
            .OrderByDescending(path => path.Value).ThenBy(path => path.Text, StringComparer.Ordinal)
            .Take(beam).Select(path => new Hypothesis(path.Text!, path.Value))];
    }

    /// <summary>The value of the best path for given digits, and its segments with a digit; null where there is no path.</summary>
    public static (double Value, Segment[] Digits)? Align(Lattice lattice, string digits)
    {
        int cuts = lattice.Cuts.Count;
        double[,] value = new double[cuts, digits.Length + 1];
        var from = new (Segment? Segment, bool Digit)[cuts, digits.Length + 1];
        for (int cut = 0; cut < cuts; cut++)
        {
            for (int d = 0; d <= digits.Length; d++)
            {
                value[cut, d] = double.NegativeInfinity;
            }
        }

        value[0, 0] = 0;
        for (int cut = 0; cut < cuts - 1; cut++)
        {
            foreach (Segment segment in lattice.From(cut))
            {
                for (int d = 0; d <= digits.Length; d++)
                {
                    Try(segment, d, value[cut, d] + segment.LogNothing, digit: false);
                    if (d < digits.Length)
                    {
                        Try(segment, d + 1, value[cut, d] + segment.LogProbability(digits[d] - '0'), digit: true);
                    }
                }
            }
        }

        double total = value[cuts - 1, digits.Length];
        if (double.IsNegativeInfinity(total))
        {
            return null;
        }

        List<Segment> path = [];
        for (int cut = cuts - 1, d = digits.Length; cut > 0;)
        {
            (Segment? segment, bool digit) = from[cut, d];
            if (digit)
            {
                path.Add(segment!);
                d--;
            }

            cut = segment!.From;
        }

        path.Reverse();
        return (total, [.. path]);

        void Try(Segment segment, int d, double offered, bool digit)
        {
            if (offered > value[segment.To, d])
            {
                value[segment.To, d] = offered;
                from[segment.To, d] = (segment, digit);
            }
        }
    }

    // The text with one digit more, and a sign before it where no digit may follow at once.
    private static (string Text, GrammarState? State)? Extend(string text, GrammarState? state, char digit, bool bound)
    {
        if (!bound)
        {
            return (text + digit, null);
        }

        if (state!.After(digit) is { } next)
        {
            return (text + digit, next);
        }

        foreach (char sign in Signs)
        {
            if (state.After(sign)?.After(digit) is { } after)
            {
                return (text + sign + digit, after);
            }
        }

        return null;
    }

    private static string? Ended(string text, GrammarState? state, bool bound)
    {
        if (!bound || state!.IsEnd)
        {
            return text;
        }

        foreach (char sign in Signs)
        {
            if (state.After(sign) is { IsEnd: true })
            {
                return text + sign;
            }
        }

        return null;
    }

    private static void Offer(Dictionary<string, (double Value, GrammarState? State)> paths, string text, double value, GrammarState? state)
    {
        if (value > double.NegativeInfinity && (!paths.TryGetValue(text, out (double Value, GrammarState? State) known) || value > known.Value))
        {
            paths[text] = (value, state);
        }
    }
}
