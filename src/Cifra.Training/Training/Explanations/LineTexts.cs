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
            "Lines of writing are composed of the training pictures as they are needed, and these symbols are read in them from left to right.",
            "Digits that touch cannot be cut apart and then read; a network that slides along the line reads them where they stand.",
            Graves),
        new(
            nameof(LineSettings.Width), lines => Number(lines.Width), "columns",
            "Width of a line in training, 32 rows high.",
            "Wide enough for what is commonly written; the network then reads lines of any width.",
            Graves),
        new(
            nameof(LineSettings.StepsOfPlace), lines => Number(lines.StepsOfPlace), "steps",
            "Steps that the network takes for every four columns.",
            "Two of the same digit need a step between them: at one step for four columns, small zeros side by side stand too close.",
            Graves),
        new(
            nameof(LineSettings.Uses), lines => Number(lines.Uses), "epochs",
            "Epochs that a composed line serves for, each time at another place of its picture.",
            "To compose a line takes longer than to learn from it."),
        new(
            nameof(LineSettings.Plates), lines => OrOff(lines.Plates), "plates an epoch",
            "Number plates are drawn from a seed, character by character, and photographed; the training pictures are not looked at.",
            "Plates are printed in faces of their own, which no set of handwritten digits holds."),
    ];
}
