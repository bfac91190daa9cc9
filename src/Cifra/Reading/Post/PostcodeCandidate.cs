using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>A place that was read under the grammar of postcodes.</summary>
/// <param name="Place">Where.</param>
/// <param name="Line">How tall its digits are and how they slope, in pixels of the ink.</param>
/// <param name="Reading">What the two readers make of it; with an answer.</param>
internal sealed record PostcodeCandidate(PostcodePlace Place, TextLine Line, LineReading Reading)
{
    /// <summary>What is less likely than this for each digit, as a natural logarithm, is as good as impossible.</summary>
    private const double Least = -3;

    /// <summary>What the digit network's word weighs on its pieces: letters are no digits.</summary>
    private const double LatticeWeight = 1.1;

    /// <summary>What the line network's word weighs.</summary>
    private const double NetworkWeight = 1.9;

    /// <summary>The mean logarithm of a digit's probability by the lattice.</summary>
    public double ByLattice { get; } = Math.Max(Least, (Reading.Answers[0].ByLattice ?? double.NegativeInfinity) / Reading.Answers[0].Digits.Length);

    /// <summary>The same by the line network.</summary>
    public double ByNetwork { get; } = Math.Max(Least, Reading.Answers[0].ByNetwork / Reading.Answers[0].Digits.Length);

    /// <summary>Logarithm of the odds that this is the postcode, taken by itself.</summary>
    public double Value => Place.Value + (LatticeWeight * ByLattice) + (NetworkWeight * ByNetwork);
}
