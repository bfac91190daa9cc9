using static Cifra.Training.Explanations.SettingValue;

namespace Cifra.Training.Explanations;

/// <summary>What the settings of an <see cref="Augmentation"/> mean.</summary>
internal static class AugmentationTexts
{
    private const string Simard = "Simard, Steinkraus, Platt 2003";

    public static IReadOnlyList<SettingText<Augmentation>> All { get; } =
    [
        new(
            nameof(Augmentation.Shift), a => OrOff(a.Shift), "± pixels",
            "Moves a picture across and down by up to so much.",
            "Digits are not always centred alike."),
        new(
            nameof(Augmentation.Rotation), a => OrOff(a.Rotation), "± degrees",
            "Turns it.",
            "Paper and hands lie askew; beyond about 15 degrees other digits come out."),
        new(
            nameof(Augmentation.Scale), a => OrOff(a.Scale), "± share of the size",
            "Makes it wider or narrower, higher or lower, each apart.",
            "Hands differ in how wide and how high they write."),
        new(
            nameof(Augmentation.Shear), a => OrOff(a.Shear), "± pixels across for each down",
            "Slants it.",
            "Hands differ in slant more than in anything else."),
        new(
            nameof(Augmentation.Elastic), a => OrOff(a.Elastic), "pixels (deviation)",
            "Displaces every pixel by a smooth random field.",
            "Bends strokes as an unsteady hand does.",
            Simard),
        new(
            nameof(Augmentation.ElasticSmoothness), a => Number(a.ElasticSmoothness), "pixels",
            "Distance over which that displacement varies.",
            "Too short frays the strokes, too long only moves the whole digit.",
            Simard),
        new(
            nameof(Augmentation.Thickness), a => OrOff(a.Thickness), "± share of a step",
            "Thickens or thins the strokes by so much of one grey dilation or erosion.",
            "Pens, and scanners' thresholds, differ more than MNIST's do."),
        new(
            nameof(Augmentation.Fading), a => OrOff(a.Fading), "share of the brightness, at most",
            "Makes the ink paler.",
            "Pictures of no digit come in all shades; without it paleness alone would speak against a digit."),
    ];
}
