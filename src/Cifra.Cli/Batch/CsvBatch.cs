using System.Globalization;
using Cifra.Cli.Commands;
using Cifra.Data;
using Cifra.Evaluation.Strings;
using Cifra.Reading;

namespace Cifra.Cli.Batch;

/// <summary>A row a picture, for spreadsheets: all its numbers as one text, a bar between lines and a space between numbers.</summary>
internal sealed class CsvBatch : BatchFormat
{
    private const int Columns = 8;
    private const int DecisionColumn = 3;

    public override string Header => "file,text,confidence,decision,sha256,model,lines,error";

    public override string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256)
    {
        StringAnswer answer = PictureText.Of(reading);
        bool unsure = reading.Numbers.Any(number => number.Decision != Decision.Accept);
        return Row(
            file,
            answer.Text,
            answer.Confidence.ToString("0.######", CultureInfo.InvariantCulture),
            reading.IsBlank ? "blank" : unsure ? "unsure" : "accept",
            sha256,
            networks.Model,
            networks.Lines ?? "",
            "");
    }

    public override string Failure(string file, string error) => Row(file, "", "", "error", "", "", "", error);

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

        return row.Count != Columns ? throw Unknown(name, number, null)
            : row[DecisionColumn] == "error" ? new BatchEntry(row[0], null, null, Unsure: false)
            : new BatchEntry(row[0], row[4], Networks(row[5], row[6]), row[DecisionColumn] == "unsure");
    }

    // A line is a picture, so a line's end in a file's name, which a CSV might hold, becomes a space.
    private static string Row(params string[] fields) =>
        string.Join(',', fields.Select(field => CsvReader.Field(field.Replace('\n', ' ').Replace('\r', ' ')))) + '\n';

    private InvalidDataException Unknown(string name, int number, Exception? inner) =>
        new($"{name}: line {number}: expected {Header} as 'cifra read --out' writes it, found another. Name another file.", inner);
}
