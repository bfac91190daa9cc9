namespace Cifra.Evaluation.Robustness;

/// <summary>Every corruption of the robustness card, in its order.</summary>
internal static class Corruptions
{
    public static IReadOnlyList<Corruption> All { get; } =
    [
        new ShiftCorruption(),
        new RotationCorruption(),
        new ScaleCorruption(),
        new ShearCorruption(),
        new ThickerCorruption(),
        new ThinnerCorruption(),
        new BlurCorruption(),
        new ResolutionCorruption(),
        new NoiseCorruption(),
        new SpeckCorruption(),
        new ContrastCorruption(),
        new InversionCorruption(),
        new GradientCorruption(),
        new OcclusionCorruption(),
        new LineCorruption(),
        new JpegCorruption(),
    ];
}
