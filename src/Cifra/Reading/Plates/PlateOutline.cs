using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Plates;

/// <summary>Where a plate ends, told from where its characters stand: plates of a part of the world have one form.</summary>
internal static class PlateOutline
{
    private const double AmericanHeight = 2.05; // heights of a character; 6 inches by 12
    private const double AmericanWidth = 4.1;
    private const double OtherHeight = 1.55;    // 110 mm for characters of 75 mm
    private const double Beside = 1.12;         // of the row's length, at least

    /// <summary>The corners of a row's plate.</summary>
    /// <param name="row">The row.</param>
    /// <param name="american">Whether it is a plate of North America, twice as wide as high.</param>
    public static Quadrilateral Around(PlateRow row, bool american)
    {
        double width = Math.Max(row.Width * Beside, american ? AmericanWidth * row.Height : 0);
        double height = american ? Math.Max(AmericanHeight * row.Height, width / 2) : OtherHeight * row.Height;
        double more = ((height / row.Height) - 1) / 2;
        return row.Longer((width - row.Width) / 2 / row.Height).Moved(-more, more).Corners;
    }
}
