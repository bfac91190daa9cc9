using System.Globalization;
using Cifra.Reading.Forms;

namespace Cifra.Reading.Output;

/// <summary>A reading as lines for people.</summary>
public static class ReadingText
{
    /// <summary>Writes what a picture says: a line a number, and one for each finding.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="file">What the picture is called; every line begins with it.</param>
    /// <param name="reading">What it says.</param>
    public static void Write(TextWriter output, string file, PictureReading reading)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.IsBlank && reading.Findings.Count == 0)
        {
            output.WriteLine($"{file}: no digits");
            return;
        }

        if (reading is FormReading { Form: { } form })
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{file}: form \"{form.Template}\": {form.Found:P0} of its lines found, {form.ResidualPixels:F1} pixels off on average"));
        }

        foreach (ReadNumber number in reading.Numbers)
        {
            string name = number.Name is { } field ? $"{field} " : "";
            string unsure = number.Decision == Decision.Unsure ? "  unsure" : "";
            if (number.Text.Length == 0 && number.Decision != Decision.NotADigit)
            {
                output.WriteLine($"{file}: {name}{string.Join(", ", number.Flaws.DefaultIfEmpty("empty"))}{unsure}");
                continue;
            }

            string value = number.Decision == Decision.NotADigit ? "not a digit"
                : number.Value is { } meant && meant != number.Text ? $"{number.Text} = {meant}"
                : number.Text;
            string digits = string.Join(' ', number.Digits.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Symbol}:{d.Confidence:F3}")));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {name}{value}  confidence {number.Confidence:F3}  ({digits}){unsure}"));
            if (number.Explanation is { } explanation)
            {
                output.WriteLine($"{file}: {explanation.Text}");
            }

            if (number.Flaws.Count > 0)
            {
                output.WriteLine($"{file}: {name}{string.Join(", ", number.Flaws)}");
            }
        }

        foreach (string finding in reading.Findings)
        {
            output.WriteLine($"{file}: {finding}");
        }
    }
}
