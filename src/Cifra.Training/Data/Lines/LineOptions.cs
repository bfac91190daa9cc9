using Cifra.Data.Scenes;

namespace Cifra.Data.Lines;

/// <summary>How often each feature occurs in composed lines, as a share of the lines.</summary>
/// <remarks>Every share is 0 to 1. The defaults are those that the shipped network for lines is trained with.</remarks>
internal sealed record LineOptions
{
    /// <summary>Share of lines in print.</summary>
    public double Printed { get; init; } = 0.15;

    /// <summary>Share of lines drawn from the stroke model; the rest is put together from pictures of digits.</summary>
    public double Drawn { get; init; } = 0.35;

    /// <summary>Share of writers who write a digit in a form that is rare in the United States, as a 7 with a bar is; for each digit by itself.</summary>
    public double Foreign { get; init; } = 0.4;

    /// <summary>Share of writers whose 0 is smaller than their other digits.</summary>
    public double SmallZeros { get; init; } = 0.2;

    /// <summary>Share of lines whose symbols may touch or overlap.</summary>
    public double Tight { get; init; } = 0.4;

    /// <summary>Share of lines with wide gaps.</summary>
    public double Wide { get; init; } = 0.12;

    /// <summary>Share of lines with one symbol in each cell of a comb.</summary>
    public double Combs { get; init; } = 0.08;

    /// <summary>Share of lines with strokes that join two digits.</summary>
    public double Ligatures { get; init; } = 0.12;

    /// <summary>Share of lines with a rule under or over them, or an upright line beside them.</summary>
    public double Rules { get; init; } = 0.4;

    /// <summary>Share of lines on paper with a printed pattern, as cheques have.</summary>
    public double Patterns { get; init; } = 0.5;

    /// <summary>Share of lines with parts of other writing above, below or beside them.</summary>
    public double Neighbours { get; init; } = 0.2;

    /// <summary>Share of lines cut off a little above or below.</summary>
    public double CutOff { get; init; } = 0.04;

    /// <summary>Paper, light and camera.</summary>
    public SceneOptions Scene { get; init; } = new() { Shadows = 0.15, Inverted = 0.08, Faint = 0.2 };
}
