using System.Text.Json;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Network.Digits;
using Cifra.Reading.Forms;

namespace Cifra.Reading.Output;

/// <summary>A reading as JSON: one document a picture. docs/command-line.md describes its fields.</summary>
public static class ReadingJson
{
    /// <summary>The document of a picture that was read, on one line without an end.</summary>
    /// <param name="file">What the picture is called.</param>
    /// <param name="networks">What it was read with.</param>
    /// <param name="reading">What it says.</param>
    /// <param name="sha256">Optional; the hash of the picture's content.</param>
    public static string Of(string file, ReadingNetworks networks, PictureReading reading, string? sha256 = null) =>
        JsonLine.Of(json => Write(json, file, networks, reading, sha256));

    /// <summary>The document of a picture that could not be read, on one line without an end.</summary>
    /// <param name="file">What the picture is called.</param>
    /// <param name="reason">Why it could not be read.</param>
    public static string Failure(string file, string reason) => JsonLine.Of(json =>
    {
        json.WriteString("file", file);
        json.WriteString("error", reason);
    });

    /// <summary>Writes the fields of a picture that was read into an object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="file">What the picture is called.</param>
    /// <param name="networks">What it was read with.</param>
    /// <param name="reading">What it says.</param>
    /// <param name="sha256">Optional; the hash of the picture's content.</param>
    public static void Write(Utf8JsonWriter json, string file, ReadingNetworks networks, PictureReading reading, string? sha256 = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(reading);
        json.WriteString("file", file);
        json.WriteString("model", networks.Model);
        if (networks.Lines is { } lines)
        {
            json.WriteString("lines", lines);
        }

        json.WriteStartArray("numbers");
        foreach (ReadNumber number in reading.Numbers)
        {
            WriteNumber(json, number);
        }

        json.WriteEndArray();
        WriteTexts(json, "findings", reading.Findings);
        WriteForm(json, (reading as FormReading)?.Form);
        if (sha256 is not null)
        {
            json.WriteString("sha256", sha256);
        }
    }

    private static void WriteForm(Utf8JsonWriter json, FormFit? form)
    {
        if (form is null)
        {
            return;
        }

        json.WriteStartObject("form");
        json.WriteString("template", form.Template);
        json.WriteNumber("found", Rounded(form.Found));
        json.WriteNumber("residual", Rounded(form.Residual));
        json.WriteNumber("residualPixels", Rounded(form.ResidualPixels));
        json.WriteString("by", form.By.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadNumber number)
    {
        json.WriteStartObject();
        if (number.Name is { } name)
        {
            json.WriteString("name", name);
        }

        json.WriteString("text", number.Text);
        json.WriteNumber("confidence", Rounded(number.Confidence));
        json.WriteString("decision", number.Decision switch
        {
            Decision.Accept => "accept",
            Decision.NotADigit => "not-a-digit",
            _ => "unsure",
        });
        if (number.Value is { } value)
        {
            json.WriteString("value", value);
        }

        if (number.Explanation is { } explanation)
        {
            json.WriteString("explanation", explanation.Text);
        }

        WriteAlternatives(json, number.Alternatives);
        WriteTexts(json, "flaws", number.Flaws);
        WriteBox(json, number.Box);
        WriteCorners(json, number.Corners);
        json.WriteStartArray("digits");
        foreach (ReadDigit digit in number.Digits)
        {
            json.WriteStartObject();
            WriteValue(json, digit.Value, digit.Symbol);
            json.WriteNumber("confidence", Rounded(digit.Confidence));
            json.WriteStartArray("alternatives");
            foreach (RankedDigit other in digit.Alternatives)
            {
                json.WriteStartObject();
                WriteValue(json, other.Value, other.Symbol);
                json.WriteNumber("confidence", Rounded(other.Probability));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteBox(json, digit.Box);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A digit is a number, a letter a text.
    private static void WriteValue(Utf8JsonWriter json, int value, char symbol)
    {
        if (char.IsAsciiDigit(symbol))
        {
            json.WriteNumber("value", value);
        }
        else
        {
            json.WriteString("value", symbol.ToString());
        }
    }

    private static void WriteAlternatives(Utf8JsonWriter json, IReadOnlyList<RankedText> alternatives)
    {
        if (alternatives.Count == 0)
        {
            return;
        }

        json.WriteStartArray("alternatives");
        foreach (RankedText other in alternatives)
        {
            json.WriteStartObject();
            json.WriteString("text", other.Text);
            json.WriteNumber("confidence", Rounded(other.Probability));
            if (other.Matches is { } matches)
            {
                json.WriteBoolean("matches", matches);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCorners(Utf8JsonWriter json, IReadOnlyList<PicturePoint> corners)
    {
        if (corners.Count == 0)
        {
            return;
        }

        json.WriteStartArray("corners");
        foreach (PicturePoint corner in corners)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(corner.X, 1));
            json.WriteNumberValue(Math.Round(corner.Y, 1));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteBox(Utf8JsonWriter json, PixelBox box)
    {
        json.WriteStartArray("box");
        json.WriteNumberValue(box.X);
        json.WriteNumberValue(box.Y);
        json.WriteNumberValue(box.Width);
        json.WriteNumberValue(box.Height);
        json.WriteEndArray();
    }

    private static double Rounded(double probability) => Math.Round(probability, 6);
}
