using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Turns bright ink on something dark into dark ink on something bright.</summary>
internal static class InkPolarity
{
    /// <summary>Longer side of the picture that is looked at.</summary>
    private const int JudgedSide = 400;

    /// <summary>The picture with its ink dark.</summary>
    public static Step Apply(Stage stage) => Polarity.InkIsBright(stage.Within(JudgedSide).Picture)
        ? Step.Taken(stage.Showing(Morphology.Invert(stage.Picture)), "the ink is brighter than what it is on: turned into its negative")
        : Step.Skipped(stage, "the ink is darker than what it is on");
}
