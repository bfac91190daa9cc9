using Cifra.Data;
using Cifra.Reading;
using Cifra.Reading.Output;

namespace Cifra.Cli.Batch;

/// <summary>A row a picture, for spreadsheets: all its numbers as one text, or a column a field of a form.</summary>
internal sealed class CsvBatch : BatchFormat
{
    private readonly int _columns;
    private readonly int _decision;
    private readonly int _sha256;
    private readonly int _model;
    private readonly int _lines;

    public CsvBatch(ReadingFormat lines)
        : base(lines)
    {
        string[] columns = [.. lines.Columns];
        _columns = columns.Length;

        // From the end: a form's field may have any of these names.
        _decision = Array.LastIndexOf(columns, "decision");
        _sha256 = Array.LastIndexOf(columns, "sha256");
        _model = Array.LastIndexOf(columns, "model");
        _lines = Array.LastIndexOf(columns, "lines");
    }

    public override BatchEntry Parse(string line, string name, int number)
    {
        IReadOnlyList<string> row;
        try
        {
            row = new CsvReader(new StringReader(line), name).Read() ?? [];
        }
        catch (InvalidDataException e)
        {
            throw Unknown(name, number, e);
        }

        return row.Count != _columns ? throw Unknown(name, number, null)
            : row[_decision] == "error" ? new BatchEntry(row[0], null, null, Unsure: false)
            : new BatchEntry(row[0], row[_sha256], new ReadingNetworks(row[_model], row[_lines].Length == 0 ? null : row[_lines]), row[_decision] == "unsure");
    }

    private InvalidDataException Unknown(string name, int number, Exception? inner) =>
        new($"{name}: line {number}: expected {Header} as 'cifra read --out' writes it, found another. Name another file.", inner);
}
