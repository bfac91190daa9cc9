using Cifra.Data;
using Cifra.Evaluation.Errors;

namespace Cifra.Reporting.Sections;

/// <summary>The closer look in an error's card: where the network looked, the training pictures nearest to it, and how small moves are read.</summary>
internal static class StudyParts
{
    /// <summary>How to read them, above the gallery.</summary>
    public static void WriteLegend(Markup page, ErrorStudy? study)
    {
        if (study is null || study.Errors.Count == 0)
        {
            return;
        }

        string share = Figures.Percent(StudiedError.FragileFrom, 0);
        page.Leaf("p", $"Under each of the first {Figures.Count(study.Errors.Count)}: where the network looked. "
            + "Covering what is orange makes its reading less likely, covering what is blue more likely. "
            + (study.Training is { } training
                ? $"Beside that the three pictures of “{training.Name}” that are nearest by the features before the last layer, with label and distance. "
                : "No training pictures were at hand to show the nearest of. ")
            + $"Last, how many of {study.Errors[0].Moves} small moves (shifts of up to two pixels, turns of up to ten degrees) are read right: "
            + $"from {share} on an error is fragile, and hangs on where the picture lies; else it is firm. "
            + $"{Figures.Count(study.Errors.Count(error => error.IsFragile))} of {Figures.Count(study.Errors.Count)} are fragile.");
    }

    /// <summary>The look at one error.</summary>
    public static void Write(Markup page, DigitSet set, ErrorStudy? study, int index)
    {
        if (study?.Find(index) is not { } error)
        {
            return;
        }

        page.Open("div", ("class", "study"));
        if (error.Look is { } look)
        {
            page.Open("span", ("class", "look"))
                .Void("img", ("class", "digit"), ("alt", ""), ("src", PngUri.Of(set, index)))
                .Void("img", ("class", "drops"), ("alt", "Where the network looked"), ("src", HeatOverlay.Uri(look)))
                .Close();
        }

        if (study.Training is { } training && error.Neighbours.Count > 0)
        {
            WriteNeighbours(page, training, error);
        }

        page.Open("p", ("class", "moves"))
            .Leaf("b", error.IsFragile ? "fragile" : "firm")
            .Text($": {Figures.Count(error.RightMoves)} of {Figures.Count(error.Moves)} moves right")
            .Close().Close();
    }

    private static void WriteNeighbours(Markup page, DigitSet training, StudiedError error)
    {
        string labels = string.Join(", ", error.Neighbours.Select(near => near.Label));
        page.Open("div", ("class", "near"))
            .Void("img", ("class", "digit"), ("alt", $"The nearest training pictures, labelled {labels}"),
                ("src", PngUri.Strip(training, [.. error.Neighbours.Select(near => near.Index)])))
            .Open("ol");
        foreach (Neighbour near in error.Neighbours)
        {
            page.Open("li", ("title", $"training image #{near.Index}"))
                .Leaf("b", Figures.Fixed(near.Label, 0)).Text($" {Figures.Small(near.Distance)}").Close();
        }

        page.Close().Close();
    }
}
