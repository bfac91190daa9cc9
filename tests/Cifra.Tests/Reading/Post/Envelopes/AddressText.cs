using System.Globalization;
using Cifra.Numerics;

namespace Cifra.Tests.Reading.Post.Envelopes;

/// <summary>Makes up an American address; nobody lives there.</summary>
internal sealed record AddressText(IReadOnlyList<string> Lines, int PostcodeLine, int PostcodeWord, string Postcode)
{
    private static readonly string[] First =
        ["Anna", "Robert", "Maria", "James", "Olga", "Hugo", "Sigrid", "Bob", "Lisa", "Ivan", "Zoe", "George", "Louis", "Sibyl"];
    private static readonly string[] Last =
        ["Miller", "Santos", "Olsen", "Baker", "Hollis", "Gibson", "Young", "Zimmer", "Ortiz", "Bell", "Silva", "Quigley", "Jensen"];
    private static readonly string[] Streets =
        ["Maple", "Oak", "Lincoln", "Second", "Bridge", "Hill", "Lake", "Ogden", "Sylvan", "Old Mill", "Liberty", "Park"];
    private static readonly string[] Kinds = ["St", "Ave", "Rd", "Blvd", "Lane", "Dr", "Court"];
    private static readonly string[] Cities =
        ["Springfield", "Salem", "Bristol", "Boise", "Clinton", "Madison", "Los Gatos", "Oslo", "Gilroy", "El Dorado", "Bozeman", "Zion"];
    private static readonly string[] States = ["IL", "OR", "CT", "ID", "MO", "WI", "CA", "MN", "TX", "OK", "SD", "LA", "NY"];

    public static AddressText Pick(SeededRandom random, bool postcode = true)
    {
        List<string> lines = [$"{Of(First, random)} {Of(Last, random)}"];
        if (random.NextSingle() < 0.25f)
        {
            lines.Add($"{Of(Last, random)} and {Of(Last, random)}");
        }

        string number = Number(1 + random.Next(5), random);
        lines.Add(random.NextSingle() < 0.12f
            ? $"PO Box {number}"
            : $"{number} {Of(Streets, random)} {Of(Kinds, random)}" + (random.NextSingle() < 0.2f ? $" #{Number(1 + random.Next(3), random)}" : ""));
        string zip = Number(5, random) + (random.NextSingle() < 0.25f ? $"-{Number(4, random)}" : "");
        string city = $"{Of(Cities, random)}{(random.NextSingle() < 0.5f ? "," : "")} {Of(States, random)}";
        if (!postcode)
        {
            lines.Add(city);
            return new AddressText(lines, -1, -1, "");
        }

        bool below = random.NextSingle() < 0.1f; // on a line of its own
        lines.Add(below ? city : $"{city} {zip}");
        if (below)
        {
            lines.Add(zip);
        }

        int line = lines.Count - 1;
        if (random.NextSingle() < 0.15f)
        {
            lines.Add("USA");
        }

        return new AddressText(lines, line, below ? 0 : city.Count(c => c == ' ') + 1, zip);
    }

    private static string Of(string[] choices, SeededRandom random) => choices[random.Next(choices.Length)];

    private static string Number(int digits, SeededRandom random) =>
        string.Concat(Enumerable.Range(0, digits).Select(i => (char)('0' + (i == 0 && digits < 5 ? 1 + random.Next(9) : random.Next(10)))))
            .ToString(CultureInfo.InvariantCulture);
}
