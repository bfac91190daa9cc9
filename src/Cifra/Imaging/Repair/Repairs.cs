namespace Cifra.Imaging.Repair;

/// <summary>The repairs that a small picture may need, each a few steps; which of them it needs, the picture does not tell by itself.</summary>
internal static class Repairs
{
    /// <summary>Repairs of a single step, tried first.</summary>
    public static IReadOnlyList<IReadOnlyList<RepairStep>> Simple { get; } =
    [
        [RepairStep.TurnBack],
        [RepairStep.Paper],
        [RepairStep.FinePaper],
        [RepairStep.Median],
        [RepairStep.Specks],
        [RepairStep.Frame],
        [RepairStep.Fill],
        [RepairStep.FillMore],
        [RepairStep.ThinStrokes],
        [RepairStep.ThinnerThanThree],
        [RepairStep.SmallParts],
    ];

    /// <summary>Repairs of two steps, tried where no simple one is enough.</summary>
    public static IReadOnlyList<IReadOnlyList<RepairStep>> Combined { get; } =
    [
        [RepairStep.Median, RepairStep.Paper],
        [RepairStep.Smooth, RepairStep.Paper],
        [RepairStep.SmoothMore, RepairStep.Paper],
        [RepairStep.Patches, RepairStep.Paper],
        [RepairStep.CoarsePatches, RepairStep.Paper],
        [RepairStep.Median, RepairStep.SmallParts],
        [RepairStep.Paper, RepairStep.SmallParts],
        [RepairStep.ThinStrokes, RepairStep.SmallParts],
    ];

    /// <summary>The repaired picture; null where a step has nothing to do.</summary>
    /// <param name="picture">Grey levels, ink brighter than paper; it is not changed.</param>
    /// <param name="steps">What to do, in that order.</param>
    /// <param name="options">The numbers to do it by.</param>
    public static GrayImage? Apply(GrayImage picture, IReadOnlyList<RepairStep> steps, RepairOptions options)
    {
        GrayImage? repaired = picture;
        foreach (RepairStep step in steps)
        {
            repaired = repaired is null ? null : Apply(repaired, step, options);
        }

        return repaired;
    }

    private static GrayImage? Apply(GrayImage picture, RepairStep step, RepairOptions options) => step switch
    {
        RepairStep.TurnBack => TurnedParts.TurnBack(picture, options),
        RepairStep.Paper => PaperLevel.Subtract(picture, options.PaperRadius, options.PaperShare, options),
        RepairStep.FinePaper => PaperLevel.Subtract(picture, options.FinePaperRadius, options.FinePaperShare, options),
        RepairStep.Median => SmallMedian.Apply(picture),
        RepairStep.Specks => SmallMedian.RemoveSpecks(picture, options.SpeckHeight),
        RepairStep.Smooth => Binomial.Smooth(picture, 1),
        RepairStep.SmoothMore => Binomial.Smooth(picture, 2),
        RepairStep.Patches => PatchMeans.Smooth(picture, options.PatchHeight),
        RepairStep.CoarsePatches => PatchMeans.Smooth(picture, options.CoarsePatchHeight),
        RepairStep.ThinStrokes => StrokeShape.RemoveThin(picture, StrokeShape.Two),
        RepairStep.ThinnerThanThree => StrokeShape.RemoveThin(picture, StrokeShape.Plus),
        RepairStep.SmallParts => LargeParts.Keep(picture, options),
        RepairStep.Fill => StrokeShape.Fill(picture, StrokeShape.Plus),
        RepairStep.FillMore => StrokeShape.Fill(picture, StrokeShape.Three),
        RepairStep.Frame => DigitNormalizer.Normalize(picture),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step of repair."),
    };
}
