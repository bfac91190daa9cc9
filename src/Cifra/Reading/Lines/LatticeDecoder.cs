namespace Cifra.Reading.Lines;

/// <summary>Finds the best way through a lattice: for any text, and for a given one.</summary>
/// <remarks>A path's value is the mean of its digits' log probabilities weighed by their width, so that few wide segments do not win over many narrow ones; times the number of digits.</remarks>
internal static class LatticeDecoder
{
    /// <summary>The likeliest digits, likeliest first.</summary>
    /// <param name="lattice">The line.</param>
    /// <param name="beam">Paths that are kept at every cut.</param>
    public static IReadOnlyList<Hypothesis> Decode(Lattice lattice, int beam)
    {
        int cuts = lattice.Cuts.Count;
        var best = new Dictionary<string, double>[cuts];
        for (int cut = 0; cut < cuts; cut++)
        {
            best[cut] = [];
        }

        best[0][""] = 0;
        for (int cut = 0; cut < cuts - 1; cut++)
        {
            List<KeyValuePair<string, double>> kept = [.. best[cut].OrderByDescending(path => path.Value).Take(beam)];
            foreach (Segment segment in lattice.From(cut))
            {
                foreach ((string text, double value) in kept)
                {
                    Offer(best[segment.To], text, value + segment.LogNothing);
                    for (int digit = 0; digit < segment.LogDigits.Length; digit++)
                    {
                        if (segment.LogDigits[digit] > -9)
                        {
                            Offer(best[segment.To], text + (char)('0' + digit), value + segment.LogDigits[digit]);
                        }
                    }
                }
            }
        }

        return [.. best[^1].OrderByDescending(path => path.Value).ThenBy(path => path.Key, StringComparer.Ordinal).Take(beam).Select(path => new Hypothesis(path.Key, path.Value))];
    }

    /// <summary>The best way to read given digits, and the segments of it; null where there is none.</summary>
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
                        Try(segment, d + 1, value[cut, d] + segment.LogDigits[digits[d] - '0'], digit: true);
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

    private static void Offer(Dictionary<string, double> paths, string text, double value)
    {
        if (value > double.NegativeInfinity && (!paths.TryGetValue(text, out double known) || value > known))
        {
            paths[text] = value;
        }
    }
}
