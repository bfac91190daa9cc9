using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Rules;

/// <summary>How high the writing in a picture of ink is, in pixels.</summary>
internal static class WritingHeight
{
    /// <summary>What is this many times as wide as high is a dash or a rule.</summary>
    private const int Flat = 4;

    /// <summary>Half of the ink lies in shapes up to this height; specks hold next to no ink, whatever their number. 0 where there is no ink.</summary>
    public static double Of(GrayImage ink)
    {
        List<Component> shapes = [.. ConnectedComponents.Find(ink, DigitIsolator.Least).All.Where(part => part.Box.Width < Flat * part.Box.Height)];
        long total = shapes.Sum(part => (long)part.Area);
        long seen = 0;
        foreach (Component part in shapes.OrderBy(part => part.Box.Height))
        {
            seen += part.Area;
            if (2 * seen >= total)
            {
                return part.Box.Height;
            }
        }

        return 0;
    }
}
