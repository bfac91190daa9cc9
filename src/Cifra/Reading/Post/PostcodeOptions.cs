namespace Cifra.Reading.Post;

/// <summary>
/// The numbers that say where a postcode may stand and how likely that is: <see cref="WordRun"/>, <see cref="PostcodePlace"/>,
/// <see cref="PostcodeCandidate"/>.
/// </summary>
/// <remarks>
/// The weights are fitted on 240 composed envelopes with digits of MNIST's training pictures, and rounded (docs/post.md). The other numbers were set by
/// hand on composed envelopes; which run decided on which number is not recorded.
/// </remarks>
internal sealed record PostcodeOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static PostcodeOptions Default { get; } = new();

    /// <summary>Runs: width of a gap that counts as the end of the line, in heights.</summary>
    public double OpenGap { get; init; } = 1.5;

    /// <summary>Runs: least gap between two words, in heights.</summary>
    public double MinWordGap { get; init; } = 0.2;

    /// <summary>Runs: least width of a postcode, in heights: four narrow digits.</summary>
    public double MinWidth { get; init; } = 1.1;

    /// <summary>Runs: greatest width of a postcode, in heights: nine digits far apart.</summary>
    public double MaxWidth { get; init; } = 12;

    /// <summary>Runs: greatest number of parts of a postcode: nine digits, each broken in two.</summary>
    public int MaxParts { get; init; } = 18;

    /// <summary>Ink of a run: margin above, below and beside it that is cut out with it, in heights.</summary>
    public double InkMargin { get; init; } = 0.3;

    /// <summary>Ink of a run: components inside it that are lower than this, in heights, belong to it: a dash, the loose bar of a 5.</summary>
    public double MaxDetachedHeight { get; init; } = 0.6;

    /// <summary>Position: a block whose centre is left of and above this is the sender's, as parts of the page's width and height.</summary>
    public (double Across, double Down) SenderCorner { get; init; } = (0.42, 0.4);

    /// <summary>Position: a block whose centre is right of and above this is a stamp, as parts of the page's width and height.</summary>
    public (double Across, double Down) StampCorner { get; init; } = (0.68, 0.38);

    /// <summary>Weight: log-odds of a place all of whose features are 0.</summary>
    public double Intercept { get; init; } = -6.3;

    /// <summary>Weight of each of <see cref="PostcodePlace.Features"/>, in their order.</summary>
    public IReadOnlyList<double> FeatureWeights { get; init; } = [4.6, 2.5, 4.4, -2.4, 1.8, -6.8, -2.9, 1.1, -2.4];

    /// <summary>Weight of the mean log-probability of a digit in the lattice: the digit network tells pieces of letters from digits.</summary>
    public double LatticeWeight { get; init; } = 1.1;

    /// <summary>Weight of the mean log-probability of a digit by the line network.</summary>
    public double NetworkWeight { get; init; } = 1.9;

    /// <summary>Least mean log-probability of a digit; anything below counts as this.</summary>
    public double MinLogProbability { get; init; } = -3;

    /// <summary>Places of one page that are read at most; bounds the time.</summary>
    public int MaxPlaces { get; init; } = 400;

    /// <summary>Another place is named in a finding from these odds on, against the best place.</summary>
    public double MinOddsOfOther { get; init; } = 0.01;

    /// <summary>Other places that are named at most.</summary>
    public int MaxOthers { get; init; } = 3;
}
