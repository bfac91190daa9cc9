using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Plates;

/// <summary>The outline of a plate, computed from its row of characters: plates of one part of the world have the same proportions.</summary>
internal static class PlateOutline
{
    /// <summary>Height and width of an American plate, 6 inches by 12, in heights of its characters.</summary>
    private const double AmericanHeight = 2.05;
    private const double AmericanWidth = 4.1;

    /// <summary>Height of other plates, in heights of their characters: 110 mm for 75 mm and their rims.</summary>
    private const double OtherHeight = 1.55;

    /// <summary>Least width of a plate over the length of its row. Set by hand on plates-us-dev; the source is not recorded.</summary>
    private const double MinWidth = 1.12;

    /// <summary>The corners of the plate around a row.</summary>
    /// <param name="row">The row of its characters.</param>
    /// <param name="american">Whether it is a plate of North America, twice as wide as high.</param>
    public static Quadrilateral Around(PlateRow row, bool american)
    {
        double width = Math.Max(row.Width * MinWidth, american ? AmericanWidth * row.Height : 0);
        double height = american ? Math.Max(AmericanHeight * row.Height, width / 2) : OtherHeight * row.Height;
        double beyond = ((height / row.Height) - 1) / 2;
        return row.Longer((width - row.Width) / 2 / row.Height).Moved(-beyond, beyond).Corners;
    }
}
