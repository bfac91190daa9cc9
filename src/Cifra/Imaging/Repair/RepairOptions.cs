namespace Cifra.Imaging.Repair;

/// <summary>Every number that the repair of small pictures rests on.</summary>
/// <remarks>
/// Tuned on the last 10,000 training pictures of MNIST, corrupted by the sixteen families of the robustness card and ten of our own
/// (docs/robustness.md); no test picture and no held-back family chose any of them. Lengths are in pixels of a 28x28 picture, levels in grey levels.
/// </remarks>
internal sealed record RepairOptions
{
    /// <summary>The options that every reader uses.</summary>
    public static RepairOptions Default { get; } = new();

    /// <summary>Where the form of clean pictures lies. A picture within is never touched.</summary>
    public FormBounds Clean { get; init; } = FormBounds.Clean;

    /// <summary>Beyond which form a picture is damaged, however sure the network is of it.</summary>
    public FormBounds Damaged { get; init; } = FormBounds.Damaged;

    /// <summary>Evidence 0..1 (probability that the picture shows a digit, and the one read) from which a picture that is neither clean nor damaged is left alone.</summary>
    public double SureEnough { get; init; } = 0.99;

    /// <summary>Evidence from which a damaged picture is left alone.</summary>
    public double Sure { get; init; } = 0.999;

    /// <summary>Evidence from which no further repairs are tried. Anything from 0.9 upwards read the same within 0.1 %; this saves time.</summary>
    public double Repaired { get; init; } = 0.99;

    /// <summary>How many times as high the odds of the evidence must be for a repaired picture to take the place of the picture as it is.</summary>
    public double LeastGain { get; init; } = 20;

    /// <summary>How often repairs are applied to the best picture so far: two damages on top of each other need two.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Pixels: radius of the square whose low levels give the paper's level in its middle. Wider than a stroke, so that ink does not count as paper.</summary>
    public int PaperRadius { get; init; } = 6;

    /// <summary>Pixels: the same for paper that changes quickly; as wide as the broadest strokes.</summary>
    public int FinePaperRadius { get; init; } = 4;

    /// <summary>Share 0..1: which of the square's levels, in order, is the paper's. Below a half, because ink may fill half of the square.</summary>
    public double PaperShare { get; init; } = 0.25;

    /// <summary>The same for <see cref="FinePaperRadius"/>.</summary>
    public double FinePaperShare { get; init; } = 0.3;

    /// <summary>Deviations of the paper's noise above the paper at which ink begins.</summary>
    public double NoiseDeviations { get; init; } = 2.5;

    /// <summary>Share 0..1: which of all differences from the paper, in order, is full ink. In clean pictures 3 % of the pixels and more are full.</summary>
    public double FullInkShare { get; init; } = 0.97;

    /// <summary>Levels: ink fainter than this above its paper is taken for no ink at all.</summary>
    public int FaintestInk { get; init; } = 8;

    /// <summary>Levels: how far the outermost level of a 3x3 square lies from the third in order for it to be a speck, not the end of a stroke.</summary>
    public int SpeckHeight { get; init; } = 60;

    /// <summary>Levels: difference of patches at which a patch no longer counts as like another; for mild noise.</summary>
    public double PatchHeight { get; init; } = 40;

    /// <summary>The same for heavy noise and for thin lines.</summary>
    public double CoarsePatchHeight { get; init; } = 80;

    /// <summary>Share 0..1 of a largest part's ink that another part must have to be kept.</summary>
    public double LeastPart { get; init; } = 0.3;

    /// <summary>Level from which a pixel belongs to a part.</summary>
    public byte PartLevel { get; init; } = 64;

    /// <summary>Share 0..1: how far a border between a picture and its negative must be better explained by a turned side than by an even one.</summary>
    public double TurnedGain { get; init; } = 0.55;

    /// <summary>Pixels: shortest side of a turned part.</summary>
    public int LeastTurnedSide { get; init; } = 3;

    /// <summary>Pixels: shortest rim, inside the picture, of a turned part.</summary>
    public int LeastTurnedRim { get; init; } = 12;

    /// <summary>Most turned parts that are looked for.</summary>
    public int MostTurnedParts { get; init; } = 4;
}
