using System.Globalization;

namespace Cifra.Data.Formats;

/// <summary>Parses <c>{'descr': '|u1', 'fortran_order': False, 'shape': (60000, 28, 28), }</c>, and no other Python than that.</summary>
/// <param name="text">The header's text, a character a byte.</param>
/// <param name="name">What errors call the file.</param>
/// <param name="start">Where the text begins in it.</param>
internal sealed class NpyHeaderParser(string text, string name, long start)
{
    private int _at;

    /// <summary>The header; each of its three keys must stand in it once, in any order.</summary>
    public NpyHeader Parse(int maxDimensions)
    {
        string? type = null;
        bool? fortran = null;
        int[]? shape = null;

        Expect('{');
        while (!TryTake('}'))
        {
            int keyAt = _at;
            string key = TakeQuoted();
            Expect(':');
            switch (key)
            {
                case "descr" when type is null:
                    type = TakeQuoted();
                    break;
                case "fortran_order" when fortran is null:
                    fortran = TakeOrder();
                    break;
                case "shape" when shape is null:
                    shape = TakeShape(maxDimensions);
                    break;
                default:
                    throw Wrong(keyAt, "the keys descr, fortran_order and shape, once each", $"'{key}'");
            }

            if (!TryTake(','))
            {
                Expect('}');
                break;
            }
        }

        SkipBlanks();
        if (_at < text.Length)
        {
            throw Unexpected("the end of the header");
        }

        return type is not null && fortran is not null && shape is not null
            ? new NpyHeader(type, shape)
            : throw Wrong(0, "the keys descr, fortran_order and shape", "fewer");
    }

    private bool TakeOrder()
    {
        SkipBlanks();
        int at = _at;
        string word = TakeWhile(char.IsAsciiLetter);
        return word switch
        {
            "False" => false,
            "True" => throw Wrong(at, "fortran_order False: rows one after another", "True"),
            _ => throw Wrong(at, "True or False", Found(at)),
        };
    }

    private int[] TakeShape(int maxDimensions)
    {
        var sizes = new List<int>();
        Expect('(');
        while (!TryTake(')'))
        {
            SkipBlanks();
            int at = _at;
            string digits = TakeWhile(char.IsAsciiDigit);
            if (sizes.Count == maxDimensions || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            {
                throw Wrong(at, $"a shape of at most {maxDimensions} sizes below 2147483648", Found(at));
            }

            sizes.Add(size);
            if (!TryTake(','))
            {
                Expect(')');
                break;
            }
        }

        return [.. sizes];
    }

    private string TakeQuoted()
    {
        SkipBlanks();
        if (_at == text.Length || text[_at] is not ('\'' or '"'))
        {
            throw Unexpected("a quoted word");
        }

        char quote = text[_at++];
        string word = TakeWhile(c => c != quote && c is >= ' ' and <= '~' and not '\\');
        if (_at == text.Length || text[_at] != quote)
        {
            throw Unexpected($"the end of the quoted word, {quote}");
        }

        _at++;
        return word;
    }

    private string TakeWhile(Func<char, bool> wanted)
    {
        int from = _at;
        while (_at < text.Length && wanted(text[_at]))
        {
            _at++;
        }

        return text[from.._at];
    }

    private void Expect(char wanted)
    {
        if (!TryTake(wanted))
        {
            throw Unexpected($"'{wanted}'");
        }
    }

    private bool TryTake(char wanted)
    {
        SkipBlanks();
        bool there = _at < text.Length && text[_at] == wanted;
        _at += there ? 1 : 0;
        return there;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n')
        {
            _at++;
        }
    }

    private string Found(int at) => at < text.Length ? $"'{text[at]}'" : "the end of the header";

    private InvalidDataException Unexpected(string expected) => Wrong(_at, expected, Found(_at));

    private InvalidDataException Wrong(int at, string expected, string found) => InvalidData.At(name, start + at, expected, found);
}
