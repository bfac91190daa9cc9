using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Makes the paper equally bright all over: what each pixel reflects of the light that falls on it.</summary>
internal static class EvenLight
{
    /// <summary>The paper's level afterwards. Above it there is room for grain that is brighter than its paper; below it, for ink.</summary>
    public const int Paper = 192;

    /// <summary>Paper darker than this is treated as if it were this bright: in the dark a small difference is noise, not ink.</summary>
    private const int DarkestPaper = 48;

    /// <summary>Light is even where its brightest and its darkest twentieth are closer than this, as a part of the brightest.</summary>
    private const double Even = 0.06;

    /// <summary>The picture with its paper at <see cref="Paper"/> everywhere; its ink must be dark.</summary>
    /// <param name="stage">The picture.</param>
    /// <param name="widestStroke">Width of the widest stroke in pixels, where it is known.</param>
    public static Step Apply(Stage stage, double? widestStroke = null)
    {
        GrayImage seen = stage.Picture;
        GrayImage light = Background.Estimate(seen, widestStroke);
        var even = new GrayImage(seen.Width, seen.Height);
        Span<byte> to = even.Pixels;
        ReadOnlySpan<byte> from = seen.Pixels;
        ReadOnlySpan<byte> paper = light.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            int brightness = Math.Max(DarkestPaper, (int)paper[i]);
            to[i] = (byte)Math.Clamp(Paper - (((Paper * (paper[i] - from[i])) + (brightness / 2)) / brightness), 0, 255);
        }

        int[] histogram = Histogram.Of(light.Pixels);
        int dark = Histogram.Quantile(histogram, 0.05);
        int bright = Histogram.Quantile(histogram, 0.95);
        Stage evened = stage.Showing(even);
        return bright - dark <= Even * bright
            ? new Step(evened, false, FormattableString.Invariant($"the light is even: the paper is {dark} to {bright} of 255 bright, and is set to {Paper}"))
            : Step.Taken(evened, FormattableString.Invariant($"the paper is between {dark} and {bright} of 255 bright; it is set to {Paper} everywhere"));
    }

    /// <summary>How much light the ink takes at each level of an evened picture: 255 for all, 0 for none, below where it is brighter than its paper.</summary>
    public static int Absorption(int level) => (Paper - level) * 255 / Paper;
}
