namespace Cifra.Reading.Lines;

/// <summary>The numbers by which a line is laid through boxes (<see cref="TextLine"/>), and a field is told from a page (<see cref="FieldSize"/>).</summary>
/// <remarks>Set by hand on the project's drawn pictures and cheque amounts; no record of a search for better values.</remarks>
internal sealed record TextLineOptions
{
    /// <summary>The options that readers use.</summary>
    public static TextLineOptions Default { get; } = new();

    /// <summary>Boxes lower than this part of the tallest say nothing about the height of digits: commas, dashes, specks.</summary>
    public double LeastHeight { get; init; } = 0.5;

    /// <summary>Fewest digits from which a slope is taken; fewer are level.</summary>
    public int LeastForSlope { get; init; } = 3;

    /// <summary>Steepest slope, rows per column. Steeper lines consist of digits that do not belong together, and are level.</summary>
    public double Steepest { get; init; } = 0.4;

    /// <summary>Room on both sides of a line, in heights of its digits.</summary>
    public double Margin { get; init; } = 0.25;

    /// <summary>A picture is one field, cut out around its digits, if these fill at least this part of its height.</summary>
    public double LeastOfField { get; init; } = 0.4;
}
