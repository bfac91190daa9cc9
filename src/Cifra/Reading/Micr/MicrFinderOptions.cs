namespace Cifra.Reading.Micr;

/// <summary>The hand-set numbers of the search for a line of magnetic ink: <see cref="MicrFinder"/> and <see cref="MicrStrip"/>.</summary>
/// <remarks>
/// Set by hand on drawn lines (<c>cifra evaluate --micr</c>, docs/cheques.md), cheques-us-dev and cheques-in-dev. Which run decided on which number is not
/// recorded.
/// </remarks>
internal sealed record MicrFinderOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static MicrFinderOptions Default { get; } = new();

    /// <summary>Window radius of the local threshold (Sauvola), as a divisor of the picture's width.</summary>
    public int WindowDivisor { get; init; } = 80;

    /// <summary>Least window radius of the local threshold, in pixels.</summary>
    public int MinWindow { get; init; } = 8;

    /// <summary>Shapes: least height in pixels that can be read.</summary>
    public int MinHeight { get; init; } = 9;

    /// <summary>Shapes: greatest height, as a part of the picture's width; a cheque is at least twenty times as wide as its digits are high.</summary>
    public double MaxHeight { get; init; } = 0.05;

    /// <summary>Shapes: greatest width over height of a character.</summary>
    public double MaxAspect { get; init; } = 2.5;

    /// <summary>Candidate lines: quantile of the shapes' heights that is taken for the height of a digit.</summary>
    public double DigitHeightQuantile { get; init; } = 0.8;

    /// <summary>Candidate lines: least height of a shape that counts as a digit, in heights of a digit; lower shapes are parts of symbols.</summary>
    public double MinDigitHeight { get; init; } = 0.8;

    /// <summary>Candidate lines: greatest height of a shape that counts as a digit, in heights of a digit.</summary>
    public double MaxDigitHeight { get; init; } = 1.25;

    /// <summary>Candidate lines that are tried at most, the lowest on the page first; bounds the time.</summary>
    public int MaxLines { get; init; } = 8;

    /// <summary>Least number of characters of a line.</summary>
    public int MinCharacters { get; init; } = 8;

    /// <summary>Factors on the height of a candidate line that are tried for E-13B.</summary>
    public IReadOnlyList<double> E13BHeights { get; init; } = [0.95, 1.02, 1.09];

    /// <summary>Factors on the height of a candidate line that are tried for CMC-7: its shapes may be parts of a digit.</summary>
    public IReadOnlyList<double> Cmc7Heights { get; init; } = [.. Enumerable.Range(0, 12).Select(i => 0.88 + (0.04 * i))];

    /// <summary>E-13B: least part of a line's ink that its characters explain.</summary>
    public double MinExplainedE13B { get; init; } = 0.55;

    /// <summary>CMC-7: the same. Its bars may have any darkness, so they explain more of any writing.</summary>
    public double MinExplainedCmc7 { get; init; } = 0.65;

    /// <summary>CMC-7: least part of the steps between characters that are one pitch.</summary>
    public double MinRegular { get; init; } = 0.8;

    /// <summary>E-13B: explained part of the ink at which the search stops.</summary>
    public double SureE13B { get; init; } = 0.75;

    /// <summary>CMC-7: explained part of the ink at which the search stops.</summary>
    public double SureCmc7 { get; init; } = 0.85;

    /// <summary>How often a line is fitted to its characters and read again.</summary>
    public int Refits { get; init; } = 2;

    /// <summary>Second search: ink is dilated sideways by the picture's width over this.</summary>
    public int DilationDivisor { get; init; } = 800;

    /// <summary>
    /// Further searches: the same with wider dilations, for CMC-7 whose bars a scanner has broken; characters and whole lines become connected.
    /// </summary>
    public IReadOnlyList<int> WiderDilationDivisors { get; init; } = [400, 250];

    /// <summary>Strip: quantile of the darkness of its pixels that is taken for paper.</summary>
    public double PaperQuantile { get; init; } = 0.4;

    /// <summary>Strip: quantile of the darkness of its pixels that is taken for full ink.</summary>
    public double InkQuantile { get; init; } = 0.93;

    /// <summary>Strip: least difference between paper and full ink, in grey levels.</summary>
    public int MinContrast { get; init; } = 16;

    /// <summary>Strip: ink below this part of full ink is grain or a pattern and is set to 0.</summary>
    public float Grain { get; init; } = 0.2f;
}
