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
            "Shifts a picture horizontally and vertically by up to this distance.",
            "Digits are not always centred the same way."),
        new(
            nameof(Augmentation.Rotation), a => OrOff(a.Rotation), "± degrees",
            "Rotates it by up to this angle.",
            "Paper is skewed and writing slopes; beyond about 15 degrees a digit can become another one."),
        new(
            nameof(Augmentation.Scale), a => OrOff(a.Scale), "± share of the size",
            "Scales width and height, independently of each other.",
            "Writers differ in the width and height of their digits."),
        new(
            nameof(Augmentation.Shear), a => OrOff(a.Shear), "± pixels across for each down",
            "Shears it horizontally.",
            "Slant is the largest difference between writers."),
        new(
            nameof(Augmentation.Elastic), a => OrOff(a.Elastic), "pixels (deviation)",
            "Displaces every pixel by a smooth random field.",
            "Bends strokes as unsteady writing does.",
            Simard),
        new(
            nameof(Augmentation.ElasticSmoothness), a => Number(a.ElasticSmoothness), "pixels",
            "Standard deviation of the Gauss filter that smooths the displacement.",
            "A small value frays the strokes; a large one only shifts the whole digit.",
            Simard),
        new(
            nameof(Augmentation.Thickness), a => OrOff(a.Thickness), "± share of a step",
            "Thickens or thins the strokes by up to this part of one grey dilation or erosion.",
            "Pens, and scanners' thresholds, differ more than MNIST's do."),
        new(
            nameof(Augmentation.Fading), a => OrOff(a.Fading), "share of the brightness, at most",
            "Makes the ink paler.",
            "Non-digits are generated in all shades; otherwise pale ink alone would count against a digit."),
    ];
}
