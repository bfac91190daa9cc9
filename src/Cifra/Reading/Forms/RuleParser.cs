using System.Globalization;

namespace Cifra.Reading.Forms;

/// <summary>Reads a rule: two sums, differences or products of fields and numbers, and a comparison between them.</summary>
internal sealed class RuleParser(string text, IReadOnlyList<string> fields)
{
    /// <summary>Brackets are nested at most so deep.</summary>
    private const int Deepest = 20;

    private int _place;
    private int _depth;

    public FormConstraint Parse()
    {
        RuleExpression left = Sums();
        RuleComparison comparison = Comparison();
        RuleExpression right = Sums();
        SkipSpaces();
        return _place == text.Length ? new FormConstraint(text.Trim(), left, comparison, right) : throw Expected("the end, or + - *");
    }

    private RuleComparison Comparison()
    {
        SkipSpaces();
        foreach (RuleComparison comparison in RuleComparison.All)
        {
            foreach (string sign in comparison.Signs)
            {
                if (text.AsSpan(_place).StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                {
                    _place += sign.Length;
                    return comparison;
                }
            }
        }

        throw Expected($"a comparison ({string.Join(", ", RuleComparison.All.SelectMany(comparison => comparison.Signs))})");
    }

    private RuleExpression Sums()
    {
        RuleExpression left = Products();
        while (Sign('+', '-') is { } sign)
        {
            left = new RuleExpression.Pair(left, sign, Products());
        }

        return left;
    }

    private RuleExpression Products()
    {
        RuleExpression left = Single();
        while (Sign('*', '*') is { } sign)
        {
            left = new RuleExpression.Pair(left, sign, Single());
        }

        return left;
    }

    private RuleExpression Single()
    {
        SkipSpaces();
        if (_place == text.Length)
        {
            throw Expected("a field, a number, sum( or (");
        }

        if (text[_place] == '(')
        {
            return InBrackets(Sums);
        }

        if (char.IsAsciiDigit(text[_place]))
        {
            string digits = While(c => char.IsAsciiDigit(c) || c == '.');
            return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? new RuleExpression.Number(number)
                : throw Expected("a number");
        }

        int start = _place;
        string name = While(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '*');
        if (name.Equals("sum", StringComparison.OrdinalIgnoreCase))
        {
            SkipSpaces();
            return InBrackets(Summands);
        }

        string? field = fields.FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase));
        _place = field is null ? start : _place;
        return field is null ? throw Expected($"a field ({Some(fields)}), a number, sum( or (") : new RuleExpression.Field(field);
    }

    private RuleExpression.Sum Summands()
    {
        List<RuleExpression> parts = [];
        do
        {
            SkipSpaces();
            int start = _place;
            string pattern = While(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '*');
            if (pattern.Contains('*', StringComparison.Ordinal) && pattern.Contains('.', StringComparison.Ordinal))
            {
                string[] matching = [.. fields.Where(field => Matches(field, pattern))];
                _place = matching.Length == 0 ? start : _place;
                parts.AddRange(matching.Length == 0 ? throw Expected($"fields of which some match {pattern}") : matching.Select(field => new RuleExpression.Field(field)));
            }
            else
            {
                _place = start;
                parts.Add(Sums());
            }
        }
        while (Sign(',', ',') is not null);
        return new RuleExpression.Sum(parts);
    }

    private T InBrackets<T>(Func<T> inside)
    {
        if (_place == text.Length || text[_place] != '(')
        {
            throw Expected("(");
        }

        if (++_depth > Deepest)
        {
            throw Expected($"at most {Deepest} brackets within one another");
        }

        _place++;
        T result = inside();
        if (Sign(')', ')') is null)
        {
            throw Expected(")");
        }

        _depth--;
        return result;
    }

    // items.*.2 matches items.1.2: part by part.
    private static bool Matches(string field, string pattern)
    {
        string[] parts = field.Split('.');
        string[] wanted = pattern.Split('.');
        return parts.Length == wanted.Length && parts.Zip(wanted, (part, want) => want == "*" || part.Equals(want, StringComparison.OrdinalIgnoreCase)).All(same => same);
    }

    private char? Sign(char one, char other)
    {
        SkipSpaces();
        if (_place < text.Length && (text[_place] == one || text[_place] == other))
        {
            return text[_place++];
        }

        return null;
    }

    private string While(Func<char, bool> belongs)
    {
        int start = _place;
        while (_place < text.Length && belongs(text[_place]))
        {
            _place++;
        }

        return text[start.._place];
    }

    private void SkipSpaces() => While(char.IsWhiteSpace);

    private FormatException Expected(string what) =>
        new($"place {_place + 1}: {what} expected, found {(_place == text.Length ? "the end" : $"\"{text[_place..Math.Min(text.Length, _place + 20)]}\"")}");

    private static string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(12)) + (names.Count > 12 ? ", …" : "");
}
