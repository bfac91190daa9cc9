using System.Numerics;

namespace Cifra.Reading.Grammars;

/// <summary>The symbols that can be read, and sets of them as bit masks: bit i stands for symbol i.</summary>
internal static class Alphabet
{
    /// <summary>Every symbol. The order is that of the bits.</summary>
    public const string Symbols = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Marks;

    /// <summary>0 to 9.</summary>
    public const ulong Digits = (1UL << FirstLetter) - 1;

    /// <summary>A to Z.</summary>
    public const ulong Letters = ((1UL << FirstMark) - 1) & ~Digits;

    /// <summary>Every symbol.</summary>
    public const ulong All = (1UL << (FirstMark + 10)) - 1;

    private const string Marks = " .,-/$#=*:";
    private const int FirstLetter = 10;
    private const int FirstMark = 36;

    /// <summary>Index of a symbol's bit; -1 where it cannot be read.</summary>
    public static int IndexOf(char symbol) => symbol switch
    {
        >= '0' and <= '9' => symbol - '0',
        >= 'A' and <= 'Z' => symbol - 'A' + FirstLetter,
        _ => Marks.IndexOf(symbol, StringComparison.Ordinal) is int mark and >= 0 ? FirstMark + mark : -1,
    };

    /// <summary>The set of the symbols of a text, all of which can be read.</summary>
    public static ulong SetOf(string symbols)
    {
        ulong set = 0;
        foreach (char symbol in symbols)
        {
            set |= 1UL << IndexOf(symbol);
        }

        return set;
    }

    /// <summary>The symbols of a set, in order.</summary>
    public static IEnumerable<char> In(ulong set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return Symbols[BitOperations.TrailingZeroCount(set)];
        }
    }

    /// <summary>"a digit", "0-3 or '/'": a set in words.</summary>
    public static string Describe(ulong set)
    {
        var parts = new List<string>();
        AddRuns(parts, set & Digits, Digits, "a digit");
        AddRuns(parts, set & Letters, Letters, "a letter");
        parts.AddRange(In(set & ~(Digits | Letters)).Select(Quote));
        return parts.Count switch
        {
            0 => "nothing",
            1 => parts[0],
            _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} or {parts[^1]}",
        };
    }

    /// <summary>A symbol in a sentence.</summary>
    public static string Quote(char symbol) => symbol == ' ' ? "a space" : $"'{symbol}'";

    private static void AddRuns(List<string> parts, ulong set, ulong whole, string wholeName)
    {
        if (set == whole)
        {
            parts.Add(wholeName);
            return;
        }

        while (set != 0)
        {
            int first = BitOperations.TrailingZeroCount(set);
            int length = BitOperations.TrailingZeroCount(~(set >> first));
            int last = first + length - 1;
            parts.AddRange(length > 2 ? [$"{Symbols[first]}-{Symbols[last]}"] : Symbols[first..(last + 1)].Select(symbol => $"{symbol}"));
            set &= ~(((1UL << length) - 1) << first);
        }
    }
}
