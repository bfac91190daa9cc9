using System.Globalization;
using System.Text;

namespace Cifra.Reading.Grammars;

/// <summary>Reads files of codes: UTF-8, one a line; blank lines and lines that begin with # are skipped.</summary>
internal static class CodeFile
{
    public const int MostBytes = 16 << 20;
    public const int MostLines = 1_000_000;
    public const int MostSymbols = 64;

    private static readonly AmountGrammar Amounts = new(new AmountOptions { MostDigits = 15, Lakhs = true, Padded = true });

    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The grammar of a file's codes.</summary>
    public static CodeList LoadCodes(string path) => new(Path.GetFileName(path), Lines(path).Select(line => (line, line)), marksIgnored: false);

    /// <summary>The grammar of a file's expected texts. Digits and letters are compared; whole amounts may be written with 00 cents.</summary>
    public static CodeList LoadExpected(string path, Grammar? within = null)
    {
        List<string> lines = Lines(path);
        string[] taken = [.. lines.Where(line => within is null || within.Accepts(line))];
        return taken.Length > 0
            ? new CodeList(Path.GetFileName(path), taken.SelectMany(KeysOf), marksIgnored: true) { BeforeTown = within?.BeforeTown }
            : throw InvalidData.At(
                path, "its texts", $"at least one that is {within!.Name}", $"none of {lines.Count}; \"{lines[0]}\": {within.Objection(lines[0])}");
    }

    private static IEnumerable<(string Key, string Code)> KeysOf(string line)
    {
        string bare = string.Concat(line.Where(char.IsAsciiLetterOrDigit));
        yield return (bare, line);
        if (Amounts.Accepts(line))
        {
            string value = Amounts.Canonical(line);
            yield return (value.Replace(".", "", StringComparison.Ordinal), line);
            if (value.EndsWith(".00", StringComparison.Ordinal))
            {
                yield return (value[..^3], line);
            }
        }
    }

    private static List<string> Lines(string path)
    {
        string text = Text(path);
        var lines = new List<string>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            if (++number > MostLines)
            {
                throw InvalidData.At(path, Place(number), $"at most {MostLines} lines", "more");
            }

            string line = raw.Trim().ToString().ToUpperInvariant();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line.Length > MostSymbols)
            {
                throw InvalidData.At(path, Place(number), $"a code of at most {MostSymbols} symbols", $"{line.Length}");
            }

            foreach (char symbol in line)
            {
                if (Alphabet.IndexOf(symbol) < 0)
                {
                    throw InvalidData.At(path, Place(number), $"a code of symbols that can be read ({Alphabet.Symbols})", $"'{symbol}' in \"{line}\"");
                }
            }

            if (!line.Any(char.IsAsciiLetterOrDigit))
            {
                throw InvalidData.At(path, Place(number), "a code with a digit or letter", $"\"{line}\"");
            }

            lines.Add(line);
        }

        return lines.Count > 0 ? lines : throw InvalidData.At(path, Place(number), "at least one code", "none");
    }

    // Reads up to the limit whatever the file's length says: a pipe has none.
    private static string Text(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                throw InvalidData.At(path, MostBytes, $"at most {MostBytes} bytes", "more");
            }
        }

        ReadOnlySpan<byte> content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        try
        {
            return Strict.GetString(content.StartsWith(mark) ? content[mark.Length..] : content);
        }
        catch (DecoderFallbackException e)
        {
            throw InvalidData.At(path, e.Index, "text in UTF-8", $"byte 0x{e.BytesUnknown?.FirstOrDefault():X2}");
        }
    }

    private static string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");
}
