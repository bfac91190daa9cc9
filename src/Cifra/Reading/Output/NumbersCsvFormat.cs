using System.Globalization;

namespace Cifra.Reading.Output;

/// <summary>A row a picture: all its numbers as one text, a bar between lines and a space between numbers.</summary>
internal sealed class NumbersCsvFormat : ReadingFormat
{
    public override IReadOnlyList<string> Columns { get; } = ["file", "text", "confidence", "decision", "sha256", "model", "lines", "error"];

    public override string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256)
    {
        ArgumentNullException.ThrowIfNull(networks);
        StringAnswer answer = PictureText.Of(reading);
        bool unsure = reading.Numbers.Any(number => number.Decision != Decision.Accept);
        return CsvLine.Of(
        [
            file,
            answer.Text,
            answer.Confidence.ToString("0.######", CultureInfo.InvariantCulture),
            reading.IsBlank ? "blank" : unsure ? "unsure" : "accept",
            sha256,
            networks.Model,
            networks.Lines ?? "",
            "",
        ]);
    }

    public override string Failure(string file, string reason) => CsvLine.Of([file, "", "", "error", "", "", "", reason]);
}
