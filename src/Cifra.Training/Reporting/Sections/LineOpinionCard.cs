using Cifra.Evaluation.Strings;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Reading.Lines;
using Cifra.Reporting.Charts;

namespace Cifra.Reporting.Sections;

/// <summary>
/// What a failure's card says of each of its lines: the line as the readers saw it, its lattice, and both readers' opinions of what may stand there.
/// </summary>
internal sealed class LineOpinionCard(Func<ColorImage, IReadOnlyList<LineView>> look)
{
    private const int MostLines = 3;

    /// <summary>Adds it to a card; nothing where the picture is gone.</summary>
    public void Write(Markup page, StringScore score, MeasuredPicture picture)
    {
        if (Looked(picture.Path) is not { } views)
        {
            return;
        }

        string truth = string.Concat(score.Truth.Text.Where(char.IsAsciiLetterOrDigit));
        foreach (LineView view in views.Take(MostLines))
        {
            WriteLine(page, view, views.Count == 1 && truth.Length > 0 ? truth : null);
        }

        if (views.Count > MostLines)
        {
            page.Leaf("p", $"and {Figures.Plural(views.Count - MostLines, "line")} more", ("class", "note"));
        }
    }

    private IReadOnlyList<LineView>? Looked(string path)
    {
        try
        {
            return look(PictureFile.Load(path));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void WriteLine(Markup page, LineView view, string? truth)
    {
        LineReading reading = view.Reading;
        IReadOnlyList<Segment>? path = reading.Answers.Count > 0 ? LatticeDecoder.Align(reading.Lattice, reading.Answers[0].Digits)?.Digits : null;
        page.Open("div", ("class", "line-view"), ("tabindex", "0"), ("role", "region"), ("aria-label", "the line and its lattice"))
            .Open("div", ("style", $"width:{Figures.Fixed(SvgLattice.WidthOf(reading.Line), 0)}px"));
        SvgLattice.Write(page, reading.Line, reading.Lattice, path);
        page.Close().Close();

        Section.Table(page, "What may stand there", "text", "line network", "lattice", "together", "");
        foreach (LineOpinion opinion in LineOpinion.Of(reading, truth))
        {
            Section.Row(
                page, opinion.Text.Length == 0 ? "nothing" : opinion.Text, Log(opinion.ByNetwork), Log(opinion.ByLattice),
                opinion.Probability is { } p ? Figures.Probability(p) : "", string.Join(", ", opinion.Notes));
        }

        page.Close().Close().Close();
    }

    private static string Log(double? value) => value is { } log ? Figures.Fixed(log, 1) : Figures.None;
}
