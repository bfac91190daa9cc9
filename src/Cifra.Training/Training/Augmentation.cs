namespace Cifra.Training;

/// <summary>How much a training picture may be changed before the network sees it. Everything is drawn evenly from minus to plus the value.</summary>
public sealed record Augmentation
{
    /// <summary>No change.</summary>
    public static Augmentation None { get; } = new();

    /// <summary>Pixels, across and down.</summary>
    public double Shift { get; init; }

    /// <summary>Degrees.</summary>
    public double Rotation { get; init; }

    /// <summary>Share of the size: 0.1 makes 0.9 to 1.1 of it, across and down apart from each other.</summary>
    public double Scale { get; init; }

    /// <summary>Pixels across for each pixel down.</summary>
    public double Shear { get; init; }

    /// <summary>Deviation, in pixels, of a smooth random displacement (Simard, Steinkraus, Platt 2003).</summary>
    public double Elastic { get; init; }

    /// <summary>Distance, in pixels, over which that displacement varies; larger is smoother.</summary>
    public double ElasticSmoothness { get; init; } = 6;

    /// <summary>Share of one step of grey dilation (thicker strokes) or erosion (thinner ones) over a pixel and its four neighbours, 0 to 1.</summary>
    public double Thickness { get; init; }

    /// <summary>Most of the ink's brightness that is taken away, 0 to 1; 0.4 leaves 0.6 to all of it.</summary>
    public double Fading { get; init; }

    internal bool Changes => Shift != 0 || Rotation != 0 || Scale != 0 || Shear != 0 || Elastic != 0 || Thickness != 0 || Fading != 0;

    /// <summary>Every change made smaller by the same factor.</summary>
    /// <param name="factor">0 (no change) to 1.</param>
    internal Augmentation Times(double factor) => this with
    {
        Shift = Shift * factor,
        Rotation = Rotation * factor,
        Scale = Scale * factor,
        Shear = Shear * factor,
        Elastic = Elastic * factor,
        Thickness = Thickness * factor,
        Fading = Fading * factor,
    };

    internal void Check()
    {
        Guard.InRange(Shift, 0, 28);
        Guard.InRange(Rotation, 0, 180);
        Guard.InRange(Scale, 0, 0.9);
        Guard.InRange(Shear, 0, 2);
        Guard.InRange(Elastic, 0, 10);
        Guard.InRange(ElasticSmoothness, 2, 28);
        Guard.InRange(Thickness, 0, 1);
        Guard.InRange(Fading, 0, 1);
    }
}
