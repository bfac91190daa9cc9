using System.Text;

namespace Cifra.Reporting.Text;

/// <summary>A table as cells of plain text, for a face to print as it likes.</summary>
/// <param name="Header">The column titles.</param>
/// <param name="Rows">The rows, each with a cell for every title.</param>
public sealed record TextTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const string Gap = "  ";

    /// <summary>Columns flush right, two spaces apart, lines ended by a line feed, none with spaces at its end.</summary>
    public override string ToString()
    {
        int[] widths = [.. Header.Select((title, column) => Rows.Select(row => row[column].Length).Append(title.Length).Max())];
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in Rows.Prepend(Header))
        {
            text.AppendJoin(Gap, row.Select((cell, column) => cell.PadLeft(widths[column]))).Append('\n');
        }

        return text.ToString();
    }
}
