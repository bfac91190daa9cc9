using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Picks random digits from a labelled set.</summary>
internal static class DigitPick
{
    private const int Tries = 64;

    /// <summary>The ink of one digit, cut out at its box.</summary>
    /// <param name="digits">Digits with labels.</param>
    /// <param name="allowed">Digits that will do: "0235".</param>
    /// <param name="random">Decides which.</param>
    /// <param name="label">Which digit it is.</param>
    public static GrayImage Ink(DigitSet digits, string allowed, SeededRandom random, out int label)
    {
        for (int i = 0; i < Tries && digits.Count > 0; i++)
        {
            int at = random.Next(digits.Count);
            if (Fits(digits, at, allowed))
            {
                return Cut(digits, at, out label);
            }
        }

        for (int at = 0; at < digits.Count; at++) // so rare that chance has not met one
        {
            if (Fits(digits, at, allowed))
            {
                return Cut(digits, at, out label);
            }
        }

        throw new ArgumentException($"'{digits.Name}' has none of the digits {string.Join(", ", allowed.ToCharArray())}.", nameof(digits));
    }

    private static bool Fits(DigitSet digits, int at, string allowed) =>
        allowed.Contains((char)('0' + digits.Labels[at])) && digits.Pixels(at).ContainsAnyExcept((byte)0);

    private static GrayImage Cut(DigitSet digits, int at, out int label)
    {
        label = digits.Labels[at];
        var picture = new GrayImage(DigitInput.Side, DigitInput.Side, digits.Pixels(at).ToArray());
        return PixelBox.AroundInk(picture).CutFrom(picture);
    }
}
