using System.Globalization;
using System.Net;
using System.Text;
using Cifra.Imaging.Formats.Png;
using Cifra.Imaging.Steps;

namespace Cifra.Cli.Commands;

/// <summary>Writes what each step from a picture to its ink did: a numbered PNG a step, and a page that shows them with their reasons.</summary>
/// <param name="folder">The folder named; null where nothing is to be explained.</param>
/// <param name="pictures">How many pictures there are; each of several gets a folder of its own.</param>
internal sealed class InkExplanation(string? folder, int pictures)
{
    private readonly FreeNames _free = new();

    /// <summary>What collects the steps of the next picture; null if they are not asked for.</summary>
    public InkTrace? NextTrace() => folder is null ? null : new InkTrace();

    /// <summary>Writes the steps of a picture.</summary>
    public void Write(Shell shell, string picture, InkTrace? trace)
    {
        if (folder is null || trace is null)
        {
            return;
        }

        string target = pictures == 1 ? folder : Path.Combine(folder, _free.For(picture));
        foreach (InkStep step in trace.Steps)
        {
            shell.Write(Path.Combine(target, PngName(step)), PngEncoder.Encode(step.Picture));
        }

        shell.Write(Path.Combine(target, "explain.html"), Encoding.UTF8.GetBytes(Html(picture, trace)));
    }

    private static string PngName(InkStep step) => string.Create(CultureInfo.InvariantCulture, $"{step.Number:D2}-{step.Name}.png");

    private static string Html(string picture, InkTrace trace)
    {
        var html = new StringBuilder();
        string title = WebUtility.HtmlEncode($"From picture to ink: {picture}");
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title>\n");
        html.Append("<style>body{font:16px sans-serif;margin:2em;max-width:70em}img{max-width:100%;border:1px solid #888}.skipped{color:#666}</style>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1>\n");
        foreach (InkStep step in trace.Steps)
        {
            string skipped = step.Applied ? "" : " class=\"skipped\"";
            string mark = step.Applied ? "" : " (skipped)";
            html.Append(CultureInfo.InvariantCulture, $"<section{skipped}><h2>{step.Number}. {WebUtility.HtmlEncode(step.Name)}{mark}</h2>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(step.Reason)}</p>\n");
            string alt = string.Create(CultureInfo.InvariantCulture, $"The picture after step {step.Number}, {step.Picture.Width}x{step.Picture.Height} pixels");
            html.Append(CultureInfo.InvariantCulture, $"<img src=\"{PngName(step)}\" alt=\"{alt}\"></section>\n");
        }

        return html.Append("</html>\n").ToString();
    }
}
