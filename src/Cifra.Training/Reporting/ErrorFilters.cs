using System.Text;
using Cifra.Evaluation;

namespace Cifra.Reporting;

/// <summary>
/// The names under which a part of the errors is addressed (<c>#t4r9</c>: fours read as nines), and the style rules that show
/// only that part. So a link is enough to filter: no script is needed, and the page's address says what is shown.
/// </summary>
internal static class ErrorFilters
{
    /// <summary>The whole gallery.</summary>
    public const string All = "errors";

    /// <summary>Errors that show one digit and were read as another.</summary>
    public static string Pair(int label, int read) => $"t{label}r{read}";

    /// <summary>Errors that show a digit.</summary>
    public static string True(int digit) => $"t{digit}";

    /// <summary>Errors that were read as a digit.</summary>
    public static string Read(int digit) => $"r{digit}";

    /// <summary>The classes by which the rules know a picture.</summary>
    public static string Classes(RankedImage error) => $"{True(error.True)} {Read(error.Read)}";

    /// <summary>Every part that is not empty: its address, what to call it, and how many errors it holds.</summary>
    public static IReadOnlyList<(string Id, string Name, int Count)> Parts(ConfusionMatrix confusion)
    {
        var parts = new List<(string, string, int)>();
        for (int digit = 0; digit < Predictions.Classes; digit++)
        {
            parts.Add((True(digit), $"{digit} read as another digit", confusion.Seen(digit) - confusion[digit, digit]));
            parts.Add((Read(digit), $"another digit read as {digit}", confusion.ReadAs(digit) - confusion[digit, digit]));
        }

        foreach (ConfusedPair pair in confusion.ConfusedPairs())
        {
            parts.Add((Pair(pair.True, pair.Read), $"{pair.True} read as {pair.Read}", pair.Count));
        }

        return [.. parts.Where(part => part.Item3 > 0)];
    }

    /// <summary>The rules: while a part is the page's target, pictures outside it are hidden and its cell is framed.</summary>
    public static string Style(ConfusionMatrix confusion)
    {
        var rules = new StringBuilder();
        foreach ((string id, _, _) in Parts(confusion))
        {
            string inside = id.Length == 2 ? $".{id}" : $".{id[..2]}.{id[2..]}";
            rules.Append('#').Append(id).Append(":target~.cards>:not(").Append(inside).Append("){display:none}\n")
                .Append("body:has(#").Append(id).Append(":target) a[href=\"#").Append(id).Append("\"] .back{stroke:var(--ink);stroke-width:3}\n");
        }

        return rules.ToString();
    }
}
