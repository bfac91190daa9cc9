namespace Cifra.Reading.Lines;

/// <summary>When boxes of ink stand on one line, and where a line is split into numbers. The defaults are for digits.</summary>
/// <remarks>Set by hand on the project's drawn pictures and on photo-numbers-dev; no record of a search for better values.</remarks>
internal sealed record LineFinderOptions
{
    /// <summary>The options for digits and for print of one height.</summary>
    public static LineFinderOptions Default { get; } = new();

    /// <summary>Least overlap of the rows of two boxes that are beside each other, as a part of the lower one's height.</summary>
    public double CommonHeight { get; init; } = 0.4;

    /// <summary>How many of a line's last boxes the next box is compared with. A comma below the line or a dash is then passed over.</summary>
    public int End { get; init; } = 3;

    /// <summary>Whether the mean of these last boxes is compared; otherwise the one of them that has most in common with the next box.</summary>
    public bool MeanOfEnd { get; init; }

    /// <summary>Widest gap within a line, in heights of its middle box; a wider one begins another line.</summary>
    /// <remarks>Digits have no limit: a comb may have wide cells.</remarks>
    public double WidestGap { get; init; } = double.PositiveInfinity;

    /// <summary>Whether that gap is measured in heights of the next box where it is the taller.</summary>
    public bool GapOfTaller { get; init; }

    /// <summary>Largest ratio of the heights of a box and of its line's middle box. Digits have no limit: a dash may be very low.</summary>
    public double MostUnlike { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a box that fits several lines joins the one that ends nearest; otherwise the one with most rows in common.</summary>
    public bool Nearest { get; init; }

    /// <summary>A gap wider than this, in heights of the middle digit, separates two numbers if it is also unusual for its line.</summary>
    public double NumberGap { get; init; } = 0.75;

    /// <summary>A gap is unusual if it is this many times the middle gap of its line. In a comb, wide gaps are usual.</summary>
    public double UnusualGap { get; init; } = 2.5;

    /// <summary>A gap wider than this, in heights of the middle digit, always separates two numbers.</summary>
    public double WideGap { get; init; } = 3;
}
