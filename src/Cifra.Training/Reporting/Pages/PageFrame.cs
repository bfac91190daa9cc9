namespace Cifra.Reporting.Pages;

/// <summary>What every page of ours begins with: one file, nothing fetched, nothing sent.</summary>
internal static class PageFrame
{
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    /// <summary>A page up to the beginning of its body; the caller closes body and html.</summary>
    /// <param name="title">What a browser's tab says.</param>
    /// <param name="style">Style rules of this page alone.</param>
    public static Markup Begin(string title, string style = "") => new Markup()
        .Open("html", ("lang", "en")).Open("head")
        .Void("meta", ("charset", "utf-8"))
        .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
        .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
        .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy))
        .Leaf("title", title)
        .Asset("style", Asset.Read("report.css") + style)
        .Close()
        .Open("body");
}
