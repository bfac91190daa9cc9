using System.Text;
using Cifra.Numerics;
using Cifra.Reading.Micr;

namespace Cifra.Data.Micr;

/// <summary>Invents lines of magnetic ink in the layouts that cheques have; no bank's and nobody's account.</summary>
internal static class MicrText
{
    /// <summary>A line of the font.</summary>
    public static string Invent(MicrFont font, SeededRandom random) => font == MicrFont.E13B ? E13B(random) : Cmc7(random);

    /// <summary>The check digit that makes a routing number of eight digits whole: weights 3, 7, 1 and modulus 10.</summary>
    public static char RoutingCheck(string eight)
    {
        int sum = eight.Select((digit, place) => (digit - '0') * (place % 3) switch { 0 => 3, 1 => 7, _ => 1 }).Sum();
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static string E13B(SeededRandom random)
    {
        string routing = Digits(8, random);
        routing += RoutingCheck(routing);
        string account = Digits(random.Next(7, 13), random);
        string amount = random.Next(2) == 0 ? $" {MicrFace.Amount}{Digits(10, random)}{MicrFace.Amount}" : "";
        return random.Next(4) switch
        {
            0 => $"{MicrFace.Transit}{routing}{MicrFace.Transit} {account}{MicrFace.OnUs} {Digits(4, random)}{amount}",
            1 => $"{MicrFace.OnUs}{Digits(6, random)}{MicrFace.OnUs} {MicrFace.Transit}{routing}{MicrFace.Transit} {account}{MicrFace.OnUs}{amount}",
            2 => $"{MicrFace.OnUs}{Digits(6, random)}{MicrFace.OnUs} {Digits(9, random)}{MicrFace.Transit} "
                + $"{Digits(6, random)}{MicrFace.OnUs} {Digits(2, random)}",
            _ => $"{MicrFace.OnUs}{Digits(3, random)}{MicrFace.OnUs} {MicrFace.Transit}{Digits(5, random)}{MicrFace.Dash}{Digits(3, random)}{MicrFace.Transit} "
                + $"{Digits(3, random)}{MicrFace.Dash}{Digits(6, random)}{MicrFace.OnUs}{amount}",
        };
    }

    private static string Cmc7(SeededRandom random) => random.Next(3) switch
    {
        0 => $"<{Digits(8, random)}<{Digits(10, random)}>{Digits(12, random)}:",
        1 => $"{Digits(7, random)}; {Digits(12, random)}: {Digits(12, random)}=",
        _ => $">{Digits(12, random)}; :{Digits(12, random)}= <{Digits(10, random)}",
    };

    private static string Digits(int count, SeededRandom random)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            text.Append((char)('0' + random.Next(10)));
        }

        return text.ToString();
    }
}
