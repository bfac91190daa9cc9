namespace Cifra.Reporting.Sections;

/// <summary>What the sections of the page share.</summary>
internal static class Section
{
    /// <summary>Begins a section under its title; the caller closes it.</summary>
    public static Markup Begin(Markup page, string id, string title) => page
        .Open("section", ("id", id), ("aria-labelledby", $"{id}-title"))
        .Leaf("h2", title, ("id", $"{id}-title"));

    /// <summary>One of the large figures at the top of a page.</summary>
    public static void Figure(Markup page, string name, string value, string note, string style = "") => page
        .Open("div", ("class", style))
        .Leaf("dt", name)
        .Leaf("dd", value, ("class", "value"))
        .Leaf("dd", note, ("class", "note"))
        .Close();

    /// <summary>The names of the series of a chart beside the marks that they are drawn with.</summary>
    public static void Legend(Markup page, IEnumerable<(string Name, string Style)> series)
    {
        page.Open("ul", ("class", "legend"));
        foreach ((string name, string style) in series)
        {
            page.Open("li").Leaf("span", "", ("class", $"key {style}")).Text(name).Close();
        }

        page.Close();
    }

    /// <summary>A table that scrolls sideways where it is too wide; the caller writes the rows and closes body, table and frame.</summary>
    public static Markup Table(Markup page, string caption, params ReadOnlySpan<string> titles)
    {
        page.Open("div", ("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption))
            .Open("table").Leaf("caption", caption)
            .Open("thead").Open("tr");
        foreach (string title in titles)
        {
            page.Leaf("th", title, ("scope", "col"));
        }

        return page.Close().Close().Open("tbody");
    }

    /// <summary>One row: its first cell names it.</summary>
    public static void Row(Markup page, string name, params ReadOnlySpan<string> cells)
    {
        page.Open("tr").Leaf("th", name, ("scope", "row"));
        foreach (string cell in cells)
        {
            page.Leaf("td", cell);
        }

        page.Close();
    }
}
