namespace Cifra.Imaging.Repair;

/// <summary>Bounds of a <see cref="PictureForm"/>; its parameters say what each number is and in which unit.</summary>
internal sealed record FormBounds(
    int MostPaper,
    double MostBorder,
    int LeastBrightest,
    int LeastSteepest,
    int MostLength,
    int MostOutliers,
    int MostParts,
    int MostStrokes,
    double MostVariation,
    double MostHollow,
    double MostEnclosed)
{
    /// <summary>Within these lie all but 1 in 10,000 of MNIST's 60,000 training pictures, number by number; paper, border, brightest, steepest and length: all of them.</summary>
    public static FormBounds Clean { get; } = new(
        MostPaper: 0, MostBorder: 8.7, LeastBrightest: 254, LeastSteepest: 197, MostLength: 20, MostOutliers: 42, MostParts: 4, MostStrokes: 90,
        MostVariation: 2.07, MostHollow: 1.24, MostEnclosed: 0.36);

    /// <summary>
    /// Beyond these lies no clean picture, whatever pen and hand it is of: by some 1.2 to 2 times outside all of the 60,000, and 25 pixels long where those are 20.
    /// Variation, hollowness and enclosed gaps alone never make a picture damaged.
    /// </summary>
    public static FormBounds Damaged { get; } = new(
        MostPaper: 8, MostBorder: 12, LeastBrightest: 200, LeastSteepest: 120, MostLength: 24, MostOutliers: 60, MostParts: 5, MostStrokes: 110,
        MostVariation: double.PositiveInfinity, MostHollow: double.PositiveInfinity,
        MostEnclosed: double.PositiveInfinity);
}
