using System.Globalization;
using Cifra.Reading.Forms;

namespace Cifra.Reading.Output;

/// <summary>A row a page, a column a field.</summary>
internal sealed class FormCsvFormat : ReadingFormat
{
    private readonly string[] _names;

    public FormCsvFormat(FormTemplate form)
    {
        _names = [.. form.Fields.SelectMany(field => field.ReportedNames)];
        Columns = ["file", .. _names, "decision", "unsure", "findings", "found", "sha256", "model", "lines", "error"];
    }

    public override IReadOnlyList<string> Columns { get; }

    public override string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(reading);
        Dictionary<string, ReadNumber> numbers = reading.Numbers.ToDictionary(number => number.Name!);
        string[] unsure = [.. reading.Numbers.Where(number => number.Decision != Decision.Accept).Select(number => number.Name!)];
        return CsvLine.Of(
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

    public override string Failure(string file, string reason) => CsvLine.Of([file, .. _names.Select(_ => ""), "error", "", "", "", "", "", "", reason]);
}
