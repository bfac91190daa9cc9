using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;

namespace Cifra.Reading.Output;

/// <summary>Draws the lines of a form's fields into a picture.</summary>
public static class FormPainter
{
    /// <summary>Lines are one pixel thick per this many pixels of the picture's longer side.</summary>
    private const int PixelsPerThickness = 700;

    private static readonly (byte Red, byte Green, byte Blue) Blue = (30, 90, 220);

    /// <summary>A copy of the picture with the borders of all fields and cells drawn in.</summary>
    /// <param name="picture">The picture in which the form was found; it is not changed.</param>
    /// <param name="form">The form that was found in it.</param>
    public static ColorImage Draw(ColorImage picture, FormFit form)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(form);
        var result = new ColorImage(picture.Width, picture.Height, picture.Pixels.ToArray());
        Draw(result, form, Math.Max(1, Math.Max(picture.Width, picture.Height) / PixelsPerThickness));
        return result;
    }

    internal static void Draw(ColorImage picture, FormFit form, int thickness)
    {
        foreach (IReadOnlyList<PicturePoint> line in form.Outlines.SelectMany(field => field.Lines))
        {
            for (int i = 1; i < line.Count; i++)
            {
                Stroke(picture, line[i - 1], line[i], thickness);
            }
        }
    }

    private static void Stroke(ColorImage picture, PicturePoint from, PicturePoint to, int thickness)
    {
        // A degenerate map may put a line's end very far outside the picture; the line is drawn no further than this many points.
        double length = Math.Min(from.DistanceTo(to), 4.0 * (picture.Width + picture.Height));
        int steps = Math.Max(1, (int)Math.Ceiling(length));
        for (int i = 0; i <= steps; i++)
        {
            PicturePoint place = from.Towards(to, (double)i / steps);
            if (place.X > -thickness && place.Y > -thickness && place.X < picture.Width + thickness && place.Y < picture.Height + thickness)
            {
                int left = (int)Math.Floor(place.X - (thickness / 2.0));
                int top = (int)Math.Floor(place.Y - (thickness / 2.0));
                Annotator.Fill(picture, new PixelBox(left, top, thickness, thickness), Blue);
            }
        }
    }
}
