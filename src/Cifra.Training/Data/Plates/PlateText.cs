using Cifra.Numerics;

namespace Cifra.Data.Plates;

/// <summary>Makes up what number plates say.</summary>
internal static class PlateText
{
    /// <summary>Stands between groups in <see cref="Pick"/>'s result.</summary>
    public const char Gap = ' ';

    private const string Rare = "IOQ"; // many offices leave them out, as they look like 1 and 0

    // L is a letter, D a digit, and a space may be a gap.
    private static readonly string[] Forms =
    [
        "LLL DDDD", "LLLDDDD", "DLLLDDD", "LLD LDL", "LLL DDD", "DDD LLL", "DDDLLL", "LLLDDD", "LDD DDDD", "LL DDDDD", "DDDDDLD", "DLDDDDD", "LLLL DD",
        "LDD DLL",
        "DDD DDDD", "DDDDDDD", "DDDDD", "DDDDL", "LLD LDDD", "LDDD LL", "LDD LLL", "LDD DDD", "LDDDDDD", "DDLDDL", "DDD LDL", "LL DDD LL", "LLDD LLL",
        "DDDD LLL",
        "LLL DLDD", "L LL DDDD", "LLL LL DD", "LL DDDD L", "LL DD LLL", "DD LLL D", "LL DD LL", "DDD DD LL", "LLDDDDD", "LLD DDDD", "D LLL DDD", "LL DDDD LL",
    ];

    /// <summary>A plate's characters, spaces between its groups.</summary>
    public static string Pick(SeededRandom random)
    {
        string form = random.NextSingle() < 0.7f ? Forms[random.Next(Forms.Length)] : Free(random);
        return string.Concat(form.Select(place => place switch
        {
            'L' => Letter(random),
            'D' => (char)('0' + random.Next(10)),
            _ => Gap,
        }));
    }

    /// <summary>A letter picked at random.</summary>
    public static char Letter(SeededRandom random)
    {
        char letter = (char)('A' + random.Next(26));
        return Rare.Contains(letter, StringComparison.Ordinal) && random.NextSingle() < 0.6f ? (char)('A' + random.Next(26)) : letter;
    }

    private static string Free(SeededRandom random)
    {
        int length = 2 + random.Next(7);
        float letters = random.NextSingle();
        int gap = random.NextSingle() < 0.5f ? 1 + random.Next(length) : -1;
        return string.Concat(Enumerable.Range(0, length).Select(i => (i == gap ? " " : "") + (random.NextSingle() < letters ? 'L' : 'D')));
    }
}
