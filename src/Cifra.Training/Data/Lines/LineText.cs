using System.Globalization;
using System.Text;
using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>Generates the texts of lines: plain numbers, amounts, dates, codes.</summary>
internal static class LineText
{
    /// <summary>Most symbols of a line.</summary>
    public const int Most = 14;

    /// <summary>A number picked at random, of 1 to <see cref="Most"/> symbols of <see cref="LineSymbols.Numbers"/>.</summary>
    public static string Pick(SeededRandom random)
    {
        float kind = random.NextSingle();
        string text = kind < 0.35f ? Digits(1 + random.Next(12), random)
            : kind < 0.75f ? Amount(random)
            : kind < 0.88f ? Date(random)
            : Code(random);
        return text.Length > Most ? text[..Most] : text;
    }

    // Round amounts are common, so that runs of zeros are; the rest is even over the digits.
    private static string Digits(int count, SeededRandom random)
    {
        var text = new StringBuilder(count);
        int zeros = random.NextSingle() < 0.25f ? random.Next(Math.Min(count, 5)) : 0;
        for (int i = 0; i < count; i++)
        {
            text.Append(i >= count - zeros ? '0' : (char)('0' + random.Next(10)));
        }

        return text.ToString();
    }

    private static string Amount(SeededRandom random)
    {
        string whole = Digits(1 + random.Next(7), random);
        char thousands = ".. ,\0\0"[random.Next(6)];
        var text = new StringBuilder();
        for (int i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0 && thousands is not ('\0' or ' '))
            {
                text.Append(thousands);
            }

            text.Append(whole[i]);
        }

        if (random.NextSingle() < 0.35f)
        {
            text.Append(thousands == '.' ? ',' : random.NextSingle() < 0.7f ? '.' : '-').Append(Digits(2, random));
        }

        text.Insert(0, Pick(["", "", "", "", "$", "#", "*", "**", "="], random));
        return text.Append(Pick(["", "", "", ".", "-", ".-", "=", ",-", "#", "/-", "*"], random)).ToString();
    }

    private static string Date(SeededRandom random)
    {
        char mark = "/-."[random.Next(3)];
        bool filled = random.NextSingle() < 0.5f;
        string day = Padded(1 + random.Next(31), filled);
        string month = Padded(1 + random.Next(12), filled);
        int year = 1950 + random.Next(100);
        string last = random.NextSingle() < 0.5f ? Padded(year % 100, filled: true) : year.ToString(CultureInfo.InvariantCulture);
        return random.NextSingle() < 0.15f ? $"{last}{mark}{month}{mark}{day}" : $"{day}{mark}{month}{mark}{last}";
    }

    private static string Code(SeededRandom random) => random.Next(4) switch
    {
        0 => Digits(5, random),
        1 => $"{Digits(5, random)}-{Digits(4, random)}",
        2 => $"{Digits(1 + random.Next(2), random)}:{Digits(2, random)}",
        _ => $"{Digits(2 + random.Next(3), random)}{"-/."[random.Next(3)]}{Digits(2 + random.Next(4), random)}",
    };

    private static string Padded(int value, bool filled) => value.ToString(filled ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Pick(ReadOnlySpan<string> choices, SeededRandom random) => choices[random.Next(choices.Length)];
}
