using System.Globalization;
using Cifra.Cli.Commands;
using Cifra.Data;
using Cifra.Reading;
using Cifra.Reading.Forms;

namespace Cifra.Cli.Batch;

/// <summary>A row a page, a column a field: what was read of a form, for spreadsheets.</summary>
internal sealed class FormCsvBatch : BatchFormat
{
    private readonly string[] _names;
    private readonly string[] _header;

    public FormCsvBatch(FormTemplate template)
    {
        _names = [.. template.Fields.SelectMany(field => field.ReportedNames)];
        _header = ["file", .. _names, "decision", "unsure", "findings", "found", "sha256", "model", "lines", "error"];
    }

    public override string Header => string.Join(',', _header.Select(CsvReader.Field));

    public override string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256)
    {
        Dictionary<string, ReadNumber> numbers = reading.Numbers.ToDictionary(number => number.Name!);
        string[] unsure = [.. reading.Numbers.Where(number => number.Decision != Decision.Accept).Select(number => number.Name!)];
        return Row(
        [
            file,
            .. _names.Select(name => numbers.TryGetValue(name, out ReadNumber? number) ? number.Value ?? number.Text : ""),
            unsure.Length > 0 ? "unsure" : "accept",
            string.Join(' ', unsure),
            string.Join("; ", reading.Findings),
            ((reading as FormReading)?.Form.Found ?? 0).ToString("0.####", CultureInfo.InvariantCulture),
            sha256,
            networks.Model,
            networks.Lines ?? "",
            "",
        ]);
    }

    public override string Failure(string file, string error) => Row([file, .. _names.Select(_ => ""), "error", "", "", "", "", "", "", error]);

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

        int decision = 1 + _names.Length;
        return row.Count != _header.Length ? throw Unknown(name, number, null)
            : row[decision] == "error" ? new BatchEntry(row[0], null, null, Unsure: false)
            : new BatchEntry(row[0], row[^4], Networks(row[^3], row[^2]), row[decision] == "unsure");
    }

    // A line is a picture, so a line's end in a file's name, which a CSV might hold, becomes a space.
    private static string Row(string[] fields) =>
        string.Join(',', fields.Select(field => CsvReader.Field(field.Replace('\n', ' ').Replace('\r', ' ')))) + '\n';

    private InvalidDataException Unknown(string name, int number, Exception? inner) =>
        new($"{name}: line {number}: expected {Header} as 'cifra read --form … --out' writes it, found another. Name another file.", inner);
}
