using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;

namespace Cifra.Reporting.Sections;

/// <summary>The pictures that were read: how many of each digit, and what they look like.</summary>
internal static class DataSection
{
    private const int SamplesPerDigit = 12;

    public static void Write(Markup page, EvaluationReport report)
    {
        Section.Begin(page, "data", "The data");
        int[] counts = [.. Enumerable.Range(0, Predictions.Classes).Select(report.Confusion.Seen)];
        page.Leaf(
            "p",
            $"{Figures.Plural(report.Images, "image")} of “{report.Predictions.Set.Name}” by the digit that they show, "
            + "with samples from end to end of the set.");
        page.Open("ul", ("class", "histogram"));
        for (int digit = 0; digit < Predictions.Classes; digit++)
        {
            string width = Figures.Fixed(100.0 * counts[digit] / counts.Max(), 1);
            page.Open("li")
                .Leaf("b", Figures.Fixed(digit, 0))
                .Open("span", ("class", "meter")).Leaf("span", "", ("style", $"width:{width}%")).Close()
                .Leaf("span", Figures.Count(counts[digit]), ("class", "count"));
            WriteSamples(page, report.Predictions.Set, digit, counts[digit]);
            page.Close();
        }

        page.Close().Close();
    }

    private static void WriteSamples(Markup page, DigitSet set, int digit, int count)
    {
        if (count == 0)
        {
            page.Leaf("span", "none", ("class", "none"));
            return;
        }

        int[] all = [.. Enumerable.Range(0, set.Count).Where(i => set.Labels[i] == digit)];
        int shown = Math.Min(SamplesPerDigit, count);
        int[] samples = [.. Enumerable.Range(0, shown).Select(i => all[(int)((long)i * count / shown)])];
        page.Void("img", ("class", "digit"), ("alt", $"{Figures.Plural(shown, "sample")} of the digit {digit}"),
            ("width", Figures.Fixed(DigitInput.Side * shown, 0)), ("height", "28"), ("src", PngUri.Strip(set, samples)));
    }
}
