namespace Cifra.Evaluation.Strings;

/// <summary>How well the cells of grids are read: each counts by itself, whatever the others say.</summary>
/// <remarks>
/// A truth is rows with <c>/</c> or <c>|</c> between them, in a row a symbol a cell, or values with spaces between them where some have two digits. 0 and
/// <c>.</c> are an empty cell;
/// 10 is a cell with several small digits, in which no one digit is to be read.
/// </remarks>
public sealed record CellReport
{
    private const string Several = "10";

    private CellReport(IEnumerable<(string True, char? Read)> cells)
    {
        foreach ((string truth, char? read) in cells)
        {
            bool none = read is '0' or '.';
            if (truth is "0" or ".")
            {
                Empty++;
                EmptyRight += none ? 1 : 0;
            }
            else if (truth == Several)
            {
                Crowded++;
                CrowdedRight += none ? 1 : 0;
            }
            else
            {
                Digits++;
                DigitsRight += read == truth[0] ? 1 : 0;
                DigitsMissed += none ? 1 : 0;
            }
        }
    }

    /// <summary>Number of cells with one digit.</summary>
    public int Digits { get; }

    /// <summary>How many of those are read as that digit.</summary>
    public int DigitsRight { get; }

    /// <summary>How many of those are called empty.</summary>
    public int DigitsMissed { get; }

    /// <summary>Number of empty cells.</summary>
    public int Empty { get; }

    /// <summary>How many of those are called empty.</summary>
    public int EmptyRight { get; }

    /// <summary>Number of cells with several small digits.</summary>
    public int Crowded { get; }

    /// <summary>In how many of those no digit is read.</summary>
    public int CrowdedRight { get; }

    /// <summary>Number of cells.</summary>
    public int Cells => Digits + Empty + Crowded;

    /// <summary>How many of those are right.</summary>
    public int Right => DigitsRight + EmptyRight + CrowdedRight;

    /// <summary>
    /// Counts the cells of pictures whose truth is a grid. Of a picture that was not read, or read with another number of rows or columns, none is right.
    /// </summary>
    public static CellReport Of(IReadOnlyList<StringScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new CellReport(scores.SelectMany(Compare));
    }

    private static IEnumerable<(string True, char? Read)> Compare(StringScore score)
    {
        string[][] truth = [.. score.Truth.Text.Split('/', StringText.LineBreak).Select(Values)];
        string[] read = score.Answer?.Text.Split(StringText.LineBreak) ?? [];
        for (int row = 0; row < truth.Length; row++)
        {
            bool fits = read.Length == truth.Length && read[row].Length == truth[row].Length;
            for (int column = 0; column < truth[row].Length; column++)
            {
                yield return (truth[row][column], fits ? read[row][column] : null);
            }
        }
    }

    private static string[] Values(string row) =>
        row.Trim().Contains(' ', StringComparison.Ordinal)
            ? row.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [.. row.Trim().Select(symbol => symbol.ToString())];
}
