using System.Globalization;

namespace Cifra.Reading.Forms.Constraints;

/// <summary>Parses a constraint: two expressions of fields and numbers, and a comparison between them.</summary>
/// <param name="text">The constraint.</param>
/// <param name="fields">The names that it may use.</param>
internal sealed class ConstraintParser(string text, IReadOnlyList<string> fields)
{
    /// <summary>Depth of nested brackets at most: bounds the recursion.</summary>
    private const int Deepest = 20;

    private int _place;
    private int _depth;

    /// <summary>The constraint.</summary>
    /// <exception cref="FormatException">The text is no constraint.</exception>
    public FormConstraint Parse()
    {
        ConstraintExpression left = Sum();
        ConstraintComparison comparison = Comparison();
        ConstraintExpression right = Sum();
        SkipSpaces();
        return _place == text.Length ? new FormConstraint(text.Trim(), left, comparison, right) : throw Expected("the end, or + - *");
    }

    private ConstraintComparison Comparison()
    {
        SkipSpaces();
        foreach (ConstraintComparison comparison in ConstraintComparison.All)
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

        throw Expected($"a comparison ({string.Join(", ", ConstraintComparison.All.SelectMany(comparison => comparison.Signs))})");
    }

    private ConstraintExpression Sum()
    {
        ConstraintExpression left = Product();
        while (Sign('+', '-') is { } sign)
        {
            left = new ConstraintExpression.Pair(left, sign, Product());
        }

        return left;
    }

    private ConstraintExpression Product()
    {
        ConstraintExpression left = Term();
        while (Sign('*', '*') is { } sign)
        {
            left = new ConstraintExpression.Pair(left, sign, Term());
        }

        return left;
    }

    private ConstraintExpression Term()
    {
        SkipSpaces();
        if (_place == text.Length)
        {
            throw Expected("a field, a number, sum( or (");
        }

        if (text[_place] == '(')
        {
            return InBrackets(Sum);
        }

        if (char.IsAsciiDigit(text[_place]))
        {
            string digits = While(c => char.IsAsciiDigit(c) || c == '.');
            return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? new ConstraintExpression.Number(number)
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
        return field is null ? throw Expected($"a field ({Some(fields)}), a number, sum( or (") : new ConstraintExpression.Field(field);
    }

    private ConstraintExpression.Sum Summands()
    {
        List<ConstraintExpression> parts = [];
        do
        {
            SkipSpaces();
            int start = _place;
            string pattern = While(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '*');
            if (pattern.Contains('*', StringComparison.Ordinal) && pattern.Contains('.', StringComparison.Ordinal))
            {
                ConstraintExpression[] matching = [.. fields.Where(field => Matches(field, pattern)).Select(field => new ConstraintExpression.Field(field))];
                _place = matching.Length == 0 ? start : _place;
                parts.AddRange(matching.Length == 0 ? throw Expected($"fields of which some match {pattern}") : matching);
            }
            else
            {
                _place = start;
                parts.Add(Sum());
            }
        }
        while (Sign(',', ',') is not null);
        return new ConstraintExpression.Sum(parts);
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

    // items.*.2 matches items.1.2: the parts between full stops are compared one by one.
    private static bool Matches(string field, string pattern)
    {
        string[] parts = field.Split('.');
        string[] wanted = pattern.Split('.');
        return parts.Length == wanted.Length
            && parts.Zip(wanted).All(pair => pair.Second == "*" || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
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
