using Cifra.Imaging.Rules;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Converts a colour picture to grey by the channel, or the mix of channels, that shows the ink best.</summary>
/// <remarks>
/// Ink is first taken to be what differs from the paper in any channel and is no long straight line. Each mix is then judged by Fisher's criterion (Fisher
/// 1936): the distance between the means of ink and the rest over their spread. The rest is the paper, its pattern and its rules, so a mix in which red rules
/// vanish wins.
/// </remarks>
internal static class InkChannel
{
    private static readonly GreyMix[] Mixes =
    [
        GreyMix.Luma, new("red", 1, 0, 0), new("green", 0, 1, 0), new("blue", 0, 0, 1), new("red and green", 0.5, 0.5, 0), new("green and blue", 0, 0.5, 0.5),
    ];

    /// <summary>The picture in grey.</summary>
    public static Step Apply(ColorImage picture, CancellationCheck? check = null)
    {
        InkChannelOptions options = InkChannelOptions.Default;
        ChannelPlanes small = ChannelPlanes.Of(picture, options.JudgedSide, check);
        if (small.ShareOfColour(options.GreyTolerance) < options.MinColoured)
        {
            return Step.Skipped(Stage.Of(picture.ToGray(check)), "the picture is grey already");
        }

        (GreyMix best, double gain) = Judge(small, options);
        return gain < options.MinGain
            ? Step.Skipped(Stage.Of(picture.ToGray(check)), FormattableString.Invariant(
                $"luma: no mix of channels separates ink and paper {options.MinGain:F2} times as well (best: {best.Name}, {gain:F2} times)"))
            : Step.Taken(Stage.Of(best.Apply(picture, check)), FormattableString.Invariant(
                $"{best.Name}: separates ink and paper {gain:F1} times as well as luma"));
    }

    private static (GreyMix Best, double Gain) Judge(ChannelPlanes planes, InkChannelOptions options)
    {
        ChannelPlanes seen = Polarity.InkIsBright(planes.Mix(GreyMix.Luma)) ? planes.Inverted() : planes;
        ChannelPlanes paper = seen.Each(Background.Estimate);
        bool[] ink = InkMask(seen, paper, options);
        double[] scores = [.. Mixes.Select(mix => Separation(seen.Mix(mix), paper.Mix(mix), ink, options))];
        int best = Array.IndexOf(scores, scores.Max());
        return scores[0] <= 0 ? (Mixes[0], 1) : (Mixes[best], scores[best] / scores[0]);
    }

    // The pixels that absorb light in any channel, without long straight lines.
    private static bool[] InkMask(ChannelPlanes seen, ChannelPlanes paper, InkChannelOptions options)
    {
        var absorbed = new GrayImage(seen.Width, seen.Height);
        for (int i = 0; i < absorbed.Pixels.Length; i++)
        {
            absorbed.Pixels[i] = (byte)Math.Clamp(Math.Max(
                paper.Red.Pixels[i] - seen.Red.Pixels[i],
                Math.Max(paper.Green.Pixels[i] - seen.Green.Pixels[i], paper.Blue.Pixels[i] - seen.Blue.Pixels[i])), 0, 255);
        }

        int level = Math.Max(options.MinContrast, (int)Threshold.Otsu(absorbed));
        GrayImage mask = Threshold.Above(absorbed, (byte)level);
        RuleRemover.Remove(mask, RuleChoice.Of(mask, RuleFinder.Find(mask)));
        bool[] ink = new bool[mask.Pixels.Length];
        for (int i = 0; i < ink.Length; i++)
        {
            ink[i] = mask.Pixels[i] > 0;
        }

        return ink;
    }

    private static double Separation(GrayImage seen, GrayImage paper, bool[] ink, InkChannelOptions options)
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

        const double Grain = 1e-4; // (1 % of the light)²: a smaller variance cannot be told from rounding
        double variance = outside.Variance + (options.InkVarianceWeight * inside.Variance) + Grain;
        return inside.Count == 0 ? 0 : Math.Max(0, inside.Mean - outside.Mean) / Math.Sqrt(variance);
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
