namespace Cifra.Data.Scenes;

/// <summary>How often each kind of change occurs in realistic training pictures, as a share of the pictures.</summary>
/// <remarks>Every share is 0 to 1. The defaults are those that the shipped network for pictures is trained with.</remarks>
internal sealed record SceneOptions
{
    /// <summary>Share of whole scenes, laid on paper, photographed and found again; the others only change the ink and normalize it.</summary>
    public double Photos { get; init; } = 0.5;

    /// <summary>Share of printed digits where the drawer may choose.</summary>
    public double Printed { get; init; } = 0.12;

    /// <summary>Share of digits drawn from the stroke model where the drawer may choose.</summary>
    public double Drawn { get; init; } = 0.12;

    /// <summary>Digits turned, slanted, broadened and bent: 1 is as strong as handwriting and careless cropping make it, 0 is not at all.</summary>
    public double Geometry { get; init; } = 1;

    /// <summary>Share of digits stretched to fill a box, as some data sets do: a 1 becomes a wide block.</summary>
    public double Filled { get; init; } = 0.25;

    /// <summary>Share of digits with hard edges, no grey.</summary>
    public double Binary { get; init; } = 0.3;

    /// <summary>Share of digits with ragged edges.</summary>
    public double Ragged { get; init; } = 0.15;

    /// <summary>Share of digits that were scanned 8 to 16 pixels high.</summary>
    public double Coarse { get; init; } = 0.2;

    /// <summary>Share of digits whose strokes have gaps or fade.</summary>
    public double Broken { get; init; } = 0.15;

    /// <summary>Share of digits with a side cut off a little.</summary>
    public double CutOff { get; init; } = 0.1;

    /// <summary>Share of digits with strokes of a neighbour beside them.</summary>
    public double Neighbours { get; init; } = 0.15;

    /// <summary>Share of digits with a rule under them or parts of a box around them.</summary>
    public double Lines { get; init; } = 0.22;

    /// <summary>Share of scenes of bright ink on something dark.</summary>
    public double Inverted { get; init; } = 0.2;

    /// <summary>Share of scenes whose ink is hardly darker than the paper.</summary>
    public double Faint { get; init; } = 0.25;

    /// <summary>Share of scenes with a shadow's edge across them.</summary>
    public double Shadows { get; init; } = 0.25;

    /// <summary>Share of scenes out of focus.</summary>
    public double Blurred { get; init; } = 0.35;

    /// <summary>Share of scenes compressed in blocks of 8x8, as JPEG does.</summary>
    public double Blocks { get; init; } = 0.25;
}
