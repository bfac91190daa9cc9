using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Makes a colour picture grey by the channel, or the mix of channels, that shows the ink best.</summary>
/// <remarks>
/// Ink is first what differs from its paper in any channel and is no long straight line. Each mix is then judged by Fisher's measure: how far ink and the rest lie apart
/// for how widely each is spread (Fisher 1936). The rest holds the paper, its pattern and its rules: a mix in which red rules vanish wins by it.
/// </remarks>
internal static class InkChannel
{
    /// <summary>Longer side of the picture that is judged.</summary>
    private const int JudgedSide = 400;

    /// <summary>Another mix than luma must part ink and paper this many times as well: JPEG keeps luma sharper than any channel.</summary>
    private const double LeastGain = 1.25;

    /// <summary>Levels by which the channels of a grey picture may differ.</summary>
    private const int GreyTolerance = 8;

    /// <summary>A picture of which a smaller share is coloured is grey.</summary>
    private const double LeastColoured = 0.002;

    /// <summary>Ink differs from its paper by at least this many levels in some channel.</summary>
    private const int FaintestInk = 24;

    private static readonly GreyMix[] Mixes =
    [
        GreyMix.Luma, new("red", 1, 0, 0), new("green", 0, 1, 0), new("blue", 0, 0, 1), new("red and green", 0.5, 0.5, 0), new("green and blue", 0, 0.5, 0.5),
    ];

    /// <summary>The picture in grey.</summary>
    public static Step Apply(ColorImage picture, CancellationCheck? check = null)
    {
        ChannelPlanes small = ChannelPlanes.Of(picture, JudgedSide, check);
        if (small.ShareOfColour(GreyTolerance) < LeastColoured)
        {
            return Step.Skipped(Stage.Of(picture.ToGray(check)), "the picture is grey already");
        }

        (GreyMix best, double gain) = Judge(small);
        return gain < LeastGain
            ? Step.Skipped(Stage.Of(picture.ToGray(check)), FormattableString.Invariant($"luma: no mix of channels parts ink and paper {LeastGain:F2} times as well (best: {best.Name}, {gain:F2} times)"))
            : Step.Taken(Stage.Of(best.Apply(picture, check)), FormattableString.Invariant($"{best.Name}: parts ink and paper {gain:F1} times as well as luma"));
    }

    private static (GreyMix Best, double Gain) Judge(ChannelPlanes planes)
    {
        ChannelPlanes seen = Polarity.InkIsBright(planes.Mix(GreyMix.Luma)) ? planes.Inverted() : planes;
        ChannelPlanes paper = seen.Each(Background.Estimate);
        bool[] ink = InkMask(seen, paper);
        double[] scores = [.. Mixes.Select(mix => Separation(seen.Mix(mix), paper.Mix(mix), ink))];
        int best = Array.IndexOf(scores, scores.Max());
        return scores[0] <= 0 ? (Mixes[0], 1) : (Mixes[best], scores[best] / scores[0]);
    }

    // What absorbs light in any channel, without long straight lines.
    private static bool[] InkMask(ChannelPlanes seen, ChannelPlanes paper)
    {
        var absorbed = new GrayImage(seen.Width, seen.Height);
        for (int i = 0; i < absorbed.Pixels.Length; i++)
        {
            absorbed.Pixels[i] = (byte)Math.Clamp(Math.Max(
                paper.Red.Pixels[i] - seen.Red.Pixels[i],
                Math.Max(paper.Green.Pixels[i] - seen.Green.Pixels[i], paper.Blue.Pixels[i] - seen.Blue.Pixels[i])), 0, 255);
        }

        int level = Math.Max(FaintestInk, (int)Threshold.Otsu(absorbed));
        GrayImage mask = Threshold.Above(absorbed, (byte)level);
        Rules.RuleRemover.Remove(mask, Rules.RuleChoice.Of(mask, Rules.RuleFinder.Find(mask)));
        bool[] ink = new bool[mask.Pixels.Length];
        for (int i = 0; i < ink.Length; i++)
        {
            ink[i] = mask.Pixels[i] > 0;
        }

        return ink;
    }

    private static double Separation(GrayImage seen, GrayImage paper, bool[] ink)
    {
        var inside = new Spread();
        var outside = new Spread();
        for (int i = 0; i < ink.Length; i++)
        {
            double absorption = 1 - ((seen.Pixels[i] + 1.0) / (paper.Pixels[i] + 1.0));
            if (ink[i])
            {
                inside.Add(absorption);
            }
            else
            {
                outside.Add(absorption);
            }
        }

        const double Grain = 1e-4; // a hundredth of the light, squared: less spread than this cannot be told from rounding
        return inside.Count == 0 ? 0 : Math.Max(0, inside.Mean - outside.Mean) / Math.Sqrt(outside.Variance + (0.1 * inside.Variance) + Grain);
    }

    // Sums from which mean and variance follow.
    private sealed class Spread
    {
        private double _sum;
        private double _squares;

        public long Count { get; private set; }

        public double Mean => _sum / Math.Max(1, Count);

        public double Variance => Math.Max(0, (_squares / Math.Max(1, Count)) - (Mean * Mean));

        public void Add(double value)
        {
            Count++;
            _sum += value;
            _squares += value * value;
        }
    }
}
