using static Cifra.Training.Explanations.SettingValue;

namespace Cifra.Training.Explanations;

/// <summary>What the settings of <see cref="LineSettings"/> mean.</summary>
internal static class LineTexts
{
    private const string Graves = "Graves et al. 2006, \"Connectionist temporal classification\"";

    public static IReadOnlyList<SettingText<LineSettings>> All { get; } =
    [
        new(
            nameof(LineSettings.Symbols), lines => lines.Symbols, "",
            "Symbols that the network reads, from left to right, in lines composed of the training pictures.",
            "Digits that touch cannot be separated before they are read; a network that slides along the line needs no separation.",
            Graves),
        new(
            nameof(LineSettings.Width), lines => Number(lines.Width), "columns",
            "Width of a line in training; it is 32 rows high.",
            "Wide enough for most numbers; the trained network reads lines of any width.",
            Graves),
        new(
            nameof(LineSettings.StepsOfPlace), lines => Number(lines.StepsOfPlace), "steps",
            "Outputs of the network for every four columns.",
            "Two equal digits need an output between them; with one output for four columns, small zeros side by side are too close.",
            Graves),
        new(
            nameof(LineSettings.Uses), lines => Number(lines.Uses), "epochs",
            "Epochs that a composed line is used in, each time at another position.",
            "Composing a line takes longer than a training step with it."),
        new(
            nameof(LineSettings.Plates), lines => OrOff(lines.Plates), "plates an epoch",
            "Number plates drawn for each epoch, from the seed alone; the training pictures are not used.",
            "Number plates have typefaces that no set of handwritten digits contains."),
    ];
}
