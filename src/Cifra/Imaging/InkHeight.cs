namespace Cifra.Imaging;

/// <summary>The usual height of the shapes in a picture of ink.</summary>
internal static class InkHeight
{
    /// <summary>
    /// Half of the ink lies in shapes up to this height, in pixels; 0 if there is no shape. Specks hold next to no ink, whatever their number.
    /// </summary>
    public static int Of(IReadOnlyCollection<Component> shapes)
    {
        long total = shapes.Sum(shape => (long)shape.Area);
        long seen = 0;
        foreach (Component shape in shapes.OrderBy(shape => shape.Box.Height))
        {
            seen += shape.Area;
            if (2 * seen >= total)
            {
                return shape.Box.Height;
            }
        }

        return 0;
    }
}
