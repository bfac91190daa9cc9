using System.Globalization;
using Cifra.Evaluation;
using Cifra.Network;
using Cifra.Reporting.Charts;

namespace Cifra.Reporting.Sections;

/// <summary>The network: where it comes from, its layers, and what its first layer looks for.</summary>
internal static class ModelSection
{
    public static void Write(Markup page, EvaluationReport report, ModelInfo model)
    {
        Section.Begin(page, "model", "The network");
        page.Open("div", ("class", "pair"));
        WriteCard(page, report, model);
        WriteFilters(page, model.Filters);
        page.Close();
        if (model.Summary.Length > 0)
        {
            page.Leaf("h3", "Layers")
                .Leaf("pre", model.Summary, ("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Layers of the network"));
        }

        page.Close();
    }

    private static void WriteCard(Markup page, EvaluationReport report, ModelInfo model)
    {
        ModelCard card = model.Card;
        page.Open("dl", ("class", "card"));
        Entry(page, "Name", model.Name);
        Entry(page, "Hash", report.Model);
        Entry(page, "Recipe", card.Recipe);
        Entry(page, "Learned from", card.Data);
        Entry(page, "Images", card.TrainImages > 0
            ? $"{Figures.Count(card.TrainImages)} to learn from, {Figures.Count(card.ValidationImages)} held out"
            : "");
        Entry(page, "Epochs", card.History.Count > 0
            ? $"{Figures.Count(card.History.Count)} in {Figures.Duration(card.History.Sum(epoch => epoch.Seconds))}"
            : "");
        Entry(page, "Seed", card.Recipe.Length > 0 ? card.Seed.ToString(CultureInfo.InvariantCulture) : "");
        Entry(page, "Command", card.Command);
        page.Close();
    }

    private static void Entry(Markup page, string name, string value)
    {
        if (value.Length > 0)
        {
            page.Open("div").Leaf("dt", name).Leaf("dd", value).Close();
        }
    }

    private static void WriteFilters(Markup page, FirstLayerFilters? filters)
    {
        if (filters is null)
        {
            return;
        }

        page.Open("figure").Leaf("h3", "What the first layer looks for");
        int shown = SvgFilters.Write(page, filters);
        page.Open("figcaption").Open("p", ("class", "scale")).Text("avoids ink");
        for (int level = -SvgFilters.Levels; level <= SvgFilters.Levels; level++)
        {
            page.Leaf("span", "", ("class", $"swatch {SvgFilters.Style(level)}"));
        }

        page.Text("seeks ink").Close();
        page.Leaf("p", $"{Figures.Plural(filters.Count, "filter")} of {filters.Height}×{filters.Width}"
            + (shown < filters.Count ? $", the first {Figures.Count(shown)} shown" : "") + ", on one scale.");
        page.Close().Close();
    }
}
