using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;

namespace Cifra.Reading.Lines;

/// <summary>Tells a picture of one field, cut out around its digits, from a page.</summary>
internal static class FieldSize
{
    /// <summary>Whether the main line of a picture fills it.</summary>
    public static bool IsField(PictureInk ink) =>
        LineFinder.Main(DigitGrouping.Group(DigitParts.Choose(ConnectedComponents.Find(ink.Ink, DigitIsolator.Least)))) is { } line
        && IsField(TextLine.Through([.. line.Select(digit => digit.Box)]), ink);

    /// <summary>Whether a picture's main line fills it.</summary>
    public static bool IsField(TextLine main, PictureInk ink) => main.Height >= TextLineOptions.Default.LeastOfField * ink.Ink.Height;
}
