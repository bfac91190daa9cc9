using System.Diagnostics;
using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Data.Scenes;

/// <summary>Takes the path that every picture takes to the network, and watches that it found the digit and not its surroundings.</summary>
internal static class ScenePath
{
    /// <summary>At least this share of the digit's ink must have been found.</summary>
    private const double LeastFound = 0.88;

    /// <summary>What was found is at most this many times as long as the digit.</summary>
    private const double LargestBox = 2.2;

    /// <summary>The faintest level of the true ink that has to be found.</summary>
    private const byte Sure = 160;

    /// <summary>What the network would see of <paramref name="photo"/>.</summary>
    /// <param name="photo">The scene.</param>
    /// <param name="truth">The digit's ink alone, in a picture of the same size.</param>
    /// <param name="picture">[784] receives the normalized digit.</param>
    /// <returns>Whether it shows the digit, with most of its ink.</returns>
    public static bool Follow(GrayImage photo, GrayImage truth, Span<byte> picture)
    {
        var seen = DigitPicture.Of(photo);
        if (seen.Digit is null || !Shows(seen.Digit, seen.Components, truth))
        {
            return false;
        }

        seen.Normalize(picture);
        return true;
    }

    private static bool Shows(DigitInk digit, ConnectedComponents components, GrayImage truth)
    {
        Debug.Assert(components.Labels.Length == truth.Pixels.Length, "a scene is small: no step of DigitPicture moves or shrinks it");
        PixelBox own = PixelBox.AroundInk(truth);
        if (Math.Max(digit.Box.Width, digit.Box.Height) > LargestBox * Math.Max(own.Width, own.Height))
        {
            return false;
        }

        int sure = 0;
        int found = 0;
        for (int i = 0; i < truth.Pixels.Length; i++)
        {
            if (truth.Pixels[i] >= Sure)
            {
                sure++;
                int label = components.Labels[i];
                found += label > 0 && digit.Labels.Contains(label) ? 1 : 0;
            }
        }

        return found > 0 && found >= LeastFound * sure;
    }
}
