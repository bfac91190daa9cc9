using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Rules;

/// <summary>The height of the writing in a picture of ink.</summary>
internal static class WritingHeight
{
    /// <summary>The height in pixels, without dashes and rules; 0 if there is no ink.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static double Of(GrayImage ink, RuleChoiceOptions? options = null)
    {
        int flat = (options ?? RuleChoiceOptions.Default).MinFlatAspect;
        return InkHeight.Of([.. ConnectedComponents.Find(ink, DigitIsolator.Least).All.Where(part => part.Box.Width < flat * part.Box.Height)]);
    }
}
