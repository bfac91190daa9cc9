using System.Globalization;
using Cifra.Evaluation;

namespace Cifra.Reporting.Charts;

/// <summary>Accuracy over confidence, bin by bin, with the diagonal that an honest classifier follows.</summary>
internal static class SvgReliability
{
    private const double Width = 400;
    private const double Height = 400;
    private const double Left = 54;
    private const double Top = 12;
    private const double Side = Width - Left - 14;

    public static void Write(Markup page, Calibration calibration)
    {
        var plot = new Plot(Left, Top, Side, Side, Axis.Reaching(0, 1), Axis.Reaching(0, 1));
        Svg.Begin(page, "reliability", Width, Height, Describe(calibration));
        plot.DrawRows(page, PercentLabel);
        plot.DrawColumns(page, PercentLabel, "confidence");
        foreach (ReliabilityBin bin in calibration.Bins.Where(bin => bin.Count > 0))
        {
            WriteBin(page, plot, bin);
        }

        Svg.Line(page, "ideal", plot.X(0), plot.Y(0), plot.X(1), plot.Y(1));
        page.Close();
    }

    private static void WriteBin(Markup page, Plot plot, ReliabilityBin bin)
    {
        double x = plot.X(bin.Lower) + 1;
        double width = plot.X(bin.Upper) - plot.X(bin.Lower) - 2;
        double accuracy = plot.Y(bin.Accuracy);
        double confidence = plot.Y(bin.Confidence);

        page.Open("g").Leaf("title", $"{Figures.Plural(bin.Count, "image")} with confidence around {Figures.Percent(bin.Confidence, 1)}: "
            + $"{Figures.Percent(bin.Accuracy, 1)} right");
        Svg.Rect(page, "bar s1", x, accuracy, width, plot.Bottom - accuracy);
        Svg.Line(page, "halo", x, confidence, x + width, confidence);
        Svg.Line(page, "mark", x, confidence, x + width, confidence);
        page.Close();
    }

    private static string PercentLabel(double rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * rate:0}%");

    private static string Describe(Calibration calibration) =>
        $"Accuracy over confidence in {Calibration.BinCount} bins; expected calibration error {Figures.Percent(calibration.ExpectedError)}";
}
