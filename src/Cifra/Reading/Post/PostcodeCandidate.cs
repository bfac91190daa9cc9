using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>A place that was read within the grammar of postcodes.</summary>
/// <param name="Place">The place.</param>
/// <param name="Line">How tall its digits are and how they slope, in pixels of the ink.</param>
/// <param name="Reading">What the two readers say; it has an answer.</param>
internal sealed record PostcodeCandidate(PostcodePlace Place, TextLine Line, LineReading Reading)
{
    private static readonly PostcodeOptions Options = PostcodeOptions.Default;

    /// <summary>
    /// Mean log-probability of a digit in the lattice, at least <see cref="PostcodeOptions.MinLogProbability"/>; that too if the lattice has no such text.
    /// </summary>
    public double ByLattice { get; } =
        Math.Max(Options.MinLogProbability, (Reading.Answers[0].ByLattice ?? double.NegativeInfinity) / Reading.Answers[0].Digits.Length);

    /// <summary>Mean log-probability of a digit by the line network, at least <see cref="PostcodeOptions.MinLogProbability"/>.</summary>
    public double ByNetwork { get; } = Math.Max(Options.MinLogProbability, Reading.Answers[0].ByNetwork / Reading.Answers[0].Digits.Length);

    /// <summary>Log-odds that this is the postcode, other places left aside.</summary>
    public double Value => Place.Value + (Options.LatticeWeight * ByLattice) + (Options.NetworkWeight * ByNetwork);
}
