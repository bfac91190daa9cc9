namespace Cifra.Imaging.Repair;

/// <summary>What can be done to a small picture to repair it.</summary>
public enum RepairStep
{
    /// <summary>Parts in negative are turned back, or all of it.</summary>
    TurnBack,

    /// <summary>The paper's level is subtracted.</summary>
    Paper,

    /// <summary>The paper's level is subtracted, where it changes quickly.</summary>
    FinePaper,

    /// <summary>Each pixel becomes the median of its 3x3 square.</summary>
    Median,

    /// <summary>Single pixels that stick out become the median of their 3x3 square.</summary>
    Specks,

    /// <summary>Neighbouring pixels are averaged.</summary>
    Smooth,

    /// <summary>Neighbouring pixels are averaged, further.</summary>
    SmoothMore,

    /// <summary>Pixels with like surroundings are averaged.</summary>
    Patches,

    /// <summary>Pixels with roughly like surroundings are averaged.</summary>
    CoarsePatches,

    /// <summary>Strokes thinner than two pixels are taken out.</summary>
    ThinStrokes,

    /// <summary>Strokes thinner than three pixels are taken out.</summary>
    ThinnerThanThree,

    /// <summary>Small parts are taken out.</summary>
    SmallParts,

    /// <summary>Gaps of a pixel are filled.</summary>
    Fill,

    /// <summary>Gaps of two pixels are filled.</summary>
    FillMore,

    /// <summary>The ink is brought to MNIST's size and place.</summary>
    Frame,
}
