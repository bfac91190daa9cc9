using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>One way in which a picture of a digit gets worse, with a dial of five strengths.</summary>
/// <remarks>
/// A corruption keeps nothing between two pictures, so that one serves every thread. All it draws comes from the generator that it is given; whoever
/// calls it keys that by the picture and not by the strength, so that a picture is pushed the same way at each strength, only further.
/// </remarks>
/// <param name="name">"blur".</param>
/// <param name="unit">What the dial counts.</param>
/// <param name="meaning">What is done to the picture, in one sentence.</param>
/// <param name="seenBy">Which trainings see something of the kind.</param>
/// <param name="dial">[5] the dial at strengths 1 to 5: 1 is mild, 5 is hard, but for the most part still read by a person.</param>
internal abstract class Corruption(string name, string unit, string meaning, SeenBy seenBy, params double[] dial)
{
    /// <summary>Number of strengths.</summary>
    public const int Strengths = 5;

    protected const int Side = DigitInput.Side;

    public string Name => name;

    public string Unit => unit;

    public string Meaning => meaning;

    public SeenBy SeenBy => seenBy;

    public IReadOnlyList<double> Dial => dial;

    /// <summary>The part of a generator's key that is this corruption's own.</summary>
    public long Key => name.Aggregate(0L, (key, letter) => (key * 31) + letter);

    /// <summary>Makes the picture worse.</summary>
    /// <param name="from">[784] bright ink on black; it is not changed.</param>
    /// <param name="to">[784] receives the result; other memory than <paramref name="from"/>.</param>
    /// <param name="dial">How much, in the corruption's unit.</param>
    /// <param name="random">Where all chance comes from.</param>
    public abstract void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random);

    /// <summary>A grey level from a number: rounded, and cut off at black and white.</summary>
    protected static byte Level(double value) => (byte)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), 0, 255);

    /// <summary>1 or −1, the one as likely as the other.</summary>
    protected static int Sign(SeededRandom random) => random.Next(2) == 0 ? -1 : 1;
}
