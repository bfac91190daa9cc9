namespace Cifra.Imaging.Ink;

/// <summary>The hand-set numbers of <see cref="InkChannel"/>.</summary>
/// <remarks>
/// Set by hand on the project's drawn coloured forms and on orand-car-a-dev (docs/decisions/0013); the source of the single numbers is not recorded.
/// </remarks>
internal sealed record InkChannelOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static InkChannelOptions Default { get; } = new();

    /// <summary>Longer side, in pixels, of the small picture that is judged.</summary>
    public int JudgedSide { get; init; } = 400;

    /// <summary>How many times as well as luma another mix must separate ink and paper. JPEG keeps luma sharper than the channels.</summary>
    public double MinGain { get; init; } = 1.25;

    /// <summary>Greatest difference between the channels of a grey pixel, in levels.</summary>
    public int GreyTolerance { get; init; } = 8;

    /// <summary>Least share of coloured pixels in a colour picture; a picture with fewer counts as grey.</summary>
    public double MinColoured { get; init; } = 0.002;

    /// <summary>Least difference between ink and paper in some channel, in levels.</summary>
    public int MinContrast { get; init; } = 24;

    /// <summary>Weight of the ink's own variance in the criterion. The paper's has weight 1: ink may be uneven, paper should not be.</summary>
    public double InkVarianceWeight { get; init; } = 0.1;
}
