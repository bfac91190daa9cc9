using System.Globalization;

namespace Cifra.Reading.Grammars;

/// <summary>Reads the pattern language of docs/grammars.md: classes, groups, choices and counted repetitions.</summary>
internal sealed class PatternParser
{
    /// <summary>The longest pattern, in characters.</summary>
    public const int MostCharacters = 500;

    /// <summary>The most symbols that a pattern may stand for, repetitions written out.</summary>
    public const int MostSymbols = 1000;

    private const int MostNested = 16;
    private const string Syntax = @"()[]{}|?*+~.\";

    // What stands between groups of digits and letters, is not part of the value, and may be missing.
    private static readonly Pattern Gap = new RepeatPattern(new SymbolPattern(Alphabet.SetOf(" -."), IsWritten: false), 0, 1);

    private readonly string _pattern;
    private int _at;
    private int _nested;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <summary>The form that a pattern describes.</summary>
    /// <exception cref="ArgumentException">It is not well formed; the message names the place.</exception>
    public static Pattern Parse(string pattern)
    {
        if (pattern.Length is 0 or > MostCharacters)
        {
            throw new ArgumentException($"A pattern has 1 to {MostCharacters} characters; this one has {pattern.Length}.", nameof(pattern));
        }

        var parser = new PatternParser(pattern);
        Pattern shape = parser.Choice();
        if (parser._at < pattern.Length)
        {
            throw parser.Wrong("')' closes no group");
        }

        return shape.Size <= MostSymbols
            ? shape
            : throw new ArgumentException(
                $"Pattern '{pattern}' stands for more than {MostSymbols} symbols when its repetitions are written out.", nameof(pattern));
    }

    private Pattern Choice()
    {
        var branches = new List<Pattern> { Branch() };
        while (Take('|'))
        {
            branches.Add(Branch());
        }

        return Pattern.Choice(branches);
    }

    private Pattern Branch()
    {
        var parts = new List<Pattern>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            parts.Add(Repeated(Atom()));
        }

        return parts.Count switch
        {
            0 => throw Wrong("a part is empty; '?' makes one optional"),
            1 => parts[0],
            _ => Pattern.Sequence(parts),
        };
    }

    private Pattern Repeated(Pattern part)
    {
        while (_at < _pattern.Length && _pattern[_at] is '?' or '*' or '+' or '{')
        {
            part = _pattern[_at++] switch
            {
                '?' => new RepeatPattern(part, 0, 1),
                '*' => new RepeatPattern(part, 0, null),
                '+' => new RepeatPattern(part, 1, null),
                _ => Counted(part),
            };
        }

        return part;
    }

    private RepeatPattern Counted(Pattern part)
    {
        int least = Number();
        int? most = !Take(',') ? least : _at < _pattern.Length && _pattern[_at] == '}' ? null : Number();
        if (most < least || most == 0)
        {
            throw Wrong($"{{{least},{most}}} repeats nothing: the second number is at least the first, and at least 1");
        }

        Expect('}', "a count is {n}, {n,} or {n,m}");
        return new RepeatPattern(part, least, most);
    }

    private Pattern Atom()
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return Pattern.Symbol(Class());
            case '.':
                return Pattern.Symbol(Alphabet.All);
            case '~':
                return Gap;
            case '\\' when Take('d'):
                return Pattern.Symbol(Alphabet.Digits);
            case '\\' when _at < _pattern.Length:
                return Pattern.Symbol(Readable(_pattern[_at++]));
            default:
                return Syntax.Contains(c, StringComparison.Ordinal)
                    ? throw Wrong($"'{c}' has nothing before it that it could belong to (a '\\' before it makes it a symbol)", _at - 1)
                    : Pattern.Symbol(Readable(c));
        }
    }

    private Pattern Group()
    {
        if (++_nested > MostNested)
        {
            throw Wrong($"more than {MostNested} groups in each other");
        }

        Pattern inner = Choice();
        Expect(')', "the group is not closed");
        _nested--;
        return inner;
    }

    // After the '[': single symbols and ranges; a '-' at either end stands for itself.
    private ulong Class()
    {
        ulong set = 0;
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            char first = _pattern[_at++];
            ulong bit = Readable(first);
            if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                char last = _pattern[_at + 1];
                _at += 2;
                if (!SameKind(first, last) || last < first)
                {
                    throw Wrong($"{first}-{last} is no range; 0-9 and A-F are", _at - 3);
                }

                set |= (Readable(last) << 1) - bit; // the bits from first to last
            }
            else
            {
                set |= bit;
            }
        }

        Expect(']', "the class is not closed");
        return set != 0 ? set : throw Wrong("the class is empty", _at - 1);
    }

    private static bool SameKind(char a, char b) =>
        (char.IsAsciiDigit(a) && char.IsAsciiDigit(b)) || (char.IsAsciiLetterUpper(a) && char.IsAsciiLetterUpper(b));

    private ulong Readable(char c) => Alphabet.IndexOf(c) is int i and >= 0
        ? 1UL << i
        : throw Wrong($"'{c}' is no symbol that can be read ({Alphabet.Symbols})", _at - 1);

    private int Number()
    {
        int start = _at;
        while (_at < _pattern.Length && char.IsAsciiDigit(_pattern[_at]))
        {
            _at++;
        }

        return int.TryParse(_pattern.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= MostSymbols
            ? number
            : throw Wrong($"a number from 0 to {MostSymbols} belongs here", start);
    }

    private bool Take(char c)
    {
        bool there = _at < _pattern.Length && _pattern[_at] == c;
        _at += there ? 1 : 0;
        return there;
    }

    private void Expect(char c, string otherwise)
    {
        if (!Take(c))
        {
            throw Wrong(otherwise);
        }
    }

    private ArgumentException Wrong(string what) => Wrong(what, _at);

    private ArgumentException Wrong(string what, int at) => new($"Pattern '{_pattern}', place {at + 1}: {what}.");
}
