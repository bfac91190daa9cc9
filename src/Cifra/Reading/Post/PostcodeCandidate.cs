using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>A place that was read under the grammar of postcodes.</summary>
/// <param name="Place">Where.</param>
/// <param name="Line">How tall its digits are and how they slope, in pixels of the ink.</param>
/// <param name="Reading">What the two readers make of it; with an answer.</param>
internal sealed record PostcodeCandidate(PostcodePlace Place, TextLine Line, LineReading Reading)
{
    private const double LeastReader = -6;
    private const double LeastWithin = -12;

    /// <summary>What each weighs, for one that is the postcode against one that is not; see docs/post.md for how it was found.</summary>
    private static readonly double[] Weights = [1, 2, 1, 1.5, 1, 1, 0.5, 1, -2.5, -2, 1.5, -1];

    private const double Base = 0;

    /// <summary>What speaks for it, in the order of the weights.</summary>
    public double[] Features { get; } = FeaturesOf(Place, Reading);

    /// <summary>Logarithm of the odds that this is the postcode, taken by itself.</summary>
    public double Value => Base + Weights.Zip(Features, (weight, feature) => weight * feature).Sum();

    private static double[] FeaturesOf(PostcodePlace place, LineReading reading)
    {
        LineAnswer answer = reading.Answers[0];
        int digits = Math.Max(1, answer.Digits.Length);
        return
        [
            Math.Max(LeastWithin, Math.Log(Math.Max(1e-30, answer.Probability))),   // the grammar's text beside what would be read without it
            Math.Max(LeastReader, (answer.ByLattice ?? double.NegativeInfinity) / digits), // each piece a digit, and that one
            Math.Max(LeastReader, answer.ByNetwork / digits),
            place.Below == 0 ? 1 : 0,
            place.Below == 1 ? 1 : 0,
            place.Run.EndsLine ? 1 : 0,
            place.Run.BeginsLine ? 1 : 0,
            Math.Min(3, place.Block.Lines.Count) - 2,
            place.IsSenders ? 1 : 0,
            place.IsStamps ? 1 : 0,
            place.Run.Outside,
            place.Run.Inside,
        ];
    }
}
