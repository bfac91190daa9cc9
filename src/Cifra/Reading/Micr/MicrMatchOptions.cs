namespace Cifra.Reading.Micr;

/// <summary>
/// The hand-set numbers that decide which characters a strip shows: <see cref="MicrMatcher"/>, <see cref="E13BScores"/>, <see cref="Cmc7Scores"/>.
/// </summary>
/// <remarks>
/// Set by hand on drawn lines (<c>cifra evaluate --micr</c>, docs/cheques.md), cheques-us-dev and cheques-in-dev. Which run decided on which number is not
/// recorded.
/// </remarks>
internal sealed record MicrMatchOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static MicrMatchOptions Default { get; } = new();

    /// <summary>Least distance between two characters, in pitches.</summary>
    public double MinStep { get; init; } = 0.85;

    /// <summary>Distance between two characters from which on there is a space between them, in pitches.</summary>
    public double MinSpace { get; init; } = 1.55;

    /// <summary>How far a distance may differ from the pitch to count as one, in pitches.</summary>
    public double MaxJitter { get; init; } = 0.07;

    /// <summary>How far a distance may differ from the pitch to count for the size of the line, in pitches.</summary>
    public double MaxJitterOfSize { get; init; } = 0.1;

    /// <summary>E-13B: least score of a character, as a part of the greatest it can have.</summary>
    public float MinScoreE13B { get; init; } = 0.25f;

    /// <summary>E-13B: the same of a character that stands apart at an end of the line.</summary>
    public float MinScoreApartE13B { get; init; } = 0.75f;

    /// <summary>
    /// E-13B: log-odds of two characters for each unit that their scores differ by; low, as neighbouring pixels of a noisy print err together.
    /// </summary>
    public double LogOddsE13B { get; init; } = 0.25;

    /// <summary>CMC-7: least score of a character, as a part of the greatest it can have.</summary>
    public float MinScoreCmc7 { get; init; } = 0.45f;

    /// <summary>CMC-7: the same of a character that stands apart at an end of the line.</summary>
    public float MinScoreApartCmc7 { get; init; } = 0.65f;

    /// <summary>CMC-7: log-odds of two characters whose scores differ by all of the ink; of a sound print the second best explains 3 % less.</summary>
    public float LogOddsCmc7 { get; init; } = 300;

    /// <summary>CMC-7: rows of a band: about a ninth of a digit, in which the published shapes are cut.</summary>
    public int BandRows { get; init; } = 6;

    /// <summary>CMC-7: standard deviation of the normal curve that a bar's darkness follows across it, in columns of 0.05 mm.</summary>
    public double BarDeviation { get; init; } = 1.9;

    /// <summary>CMC-7: quantile of all bars' darkness that is taken for a dark bar.</summary>
    public double DarkQuantile { get; init; } = 0.95;

    /// <summary>CMC-7: a bar whose darkest band is below this part of a dark bar counts as missing, the more the paler it is.</summary>
    public double PaleBar { get; init; } = 0.3;

    /// <summary>CMC-7: cost of a missing bar, in squares of a dark bar of one band.</summary>
    public double MissingBarCost { get; init; } = 0.5;

    /// <summary>CMC-7: paler bars than this are left out when the darkness of a dark bar is measured.</summary>
    public double MinBar { get; init; } = 0.05;

    /// <summary>CMC-7: columns beside a character whose ink it must explain too.</summary>
    public int ColumnsBeside { get; init; } = 3;
}
