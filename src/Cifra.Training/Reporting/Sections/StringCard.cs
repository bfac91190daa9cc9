using Cifra.Evaluation.Strings;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Network.Digits;
using Cifra.Reading;
using Cifra.Reporting.Text;

namespace Cifra.Reporting.Sections;

/// <summary>One picture whose text was not read as it stands: the picture, truth beside what was read, and the chances of each digit.</summary>
internal static class StringCard
{
    private const int LongestSide = 480;

    /// <summary>Adds to a card what else is known: what each reader thought, a drawing of what was weighed.</summary>
    public delegate void Extra(Markup page, StringScore score, MeasuredPicture picture);

    public static void Write(Markup page, StringScore score, MeasuredPicture picture, Extra? extra)
    {
        page.Open("li");
        WritePicture(page, score, picture);
        page.Leaf("p", $"{Said(score.Truth.Text)}: {(score.HasText ? $"read {score.Answer!.Text}" : "nothing read")}", ("class", "verdict"));
        WriteAligned(page, score.Edits);
        WriteDigits(page, picture.Reading);
        page.Open("p", ("class", "where"))
            .Text($"{StringsText.Name(score.Failure)} · confidence {Figures.Probability(score.Answer?.Confidence ?? 0)} · ")
            .Leaf("span", score.Truth.File, ("class", "file")).Close();
        if (extra is not null)
        {
            page.Open("div", ("class", "extra"));
            extra(page, score, picture);
            page.Close();
        }

        page.Close();
    }

    private static string Said(string truth) => truth.Length == 0 ? "nothing" : truth;

    private static void WritePicture(Markup page, StringScore score, MeasuredPicture picture)
    {
        if (picture.Reading is not { } reading || Source(picture.Path) is not { } source)
        {
            return;
        }

        string width = Figures.Fixed(reading.Width, 0);
        string height = Figures.Fixed(reading.Height, 0);
        page.Open(
            "svg", ("class", "chart seen"), ("viewBox", $"0 0 {width} {height}"), ("role", "img"),
            ("aria-label", $"{score.Truth.File}, which says {Said(score.Truth.Text)}"))
            .Void("image", ("href", source), ("width", width), ("height", height), ("preserveAspectRatio", "none"));
        foreach (ReadNumber number in reading.Numbers)
        {
            string style = number.Decision switch { Decision.Accept => "accept", Decision.Unsure => "unsure", _ => "none" };
            foreach (ReadDigit digit in number.Digits)
            {
                Charts.Svg.Rect(page, style, digit.Box.X, digit.Box.Y, digit.Box.Width, digit.Box.Height);
            }
        }

        page.Close();
    }

    // The reader had it a moment ago; where it is gone, the card goes without.
    private static string? Source(string path)
    {
        try
        {
            ColorImage picture = PictureFile.Load(path);
            int longer = Math.Max(picture.Width, picture.Height);
            return longer <= LongestSide
                ? PngUri.Of(picture)
                : PngUri.Of(Resample.Area(
                    picture.ToGray(), Math.Max(1, picture.Width * LongestSide / longer), Math.Max(1, picture.Height * LongestSide / longer)));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void WriteAligned(Markup page, IReadOnlyList<Edit> edits)
    {
        page.Open("table", ("class", "aligned")).Open("tbody");
        foreach ((string name, Func<Edit, char?> side) in new (string, Func<Edit, char?>)[] { ("true", edit => edit.True), ("read", edit => edit.Read) })
        {
            page.Open("tr").Leaf("th", name, ("scope", "row"));
            foreach (Edit edit in edits)
            {
                page.Leaf("td", side(edit)?.ToString() ?? "·", ("class", edit.IsRight ? "right" : "wrong"));
            }

            page.Close();
        }

        page.Close().Close();
    }

    private static void WriteDigits(Markup page, PictureReading? reading)
    {
        foreach (ReadNumber number in reading?.Numbers ?? [])
        {
            page.Open("ol", ("class", "glyphs"), ("aria-label", number.Decision == Decision.NotADigit ? "taken for no digit" : $"the digits of {number.Text}"));
            foreach (ReadDigit digit in number.Digits)
            {
                page.Open("li")
                    .Leaf("b", number.Decision == Decision.NotADigit ? "×" : Figures.Fixed(digit.Value, 0))
                    .Text(Figures.Probability(digit.Confidence));
                foreach (RankedDigit other in digit.Alternatives)
                {
                    page.Leaf("span", $"{other.Value} {Figures.Probability(other.Probability)}", ("class", "other"));
                }

                page.Close();
            }

            page.Close();
        }
    }
}
