using Cifra.Imaging;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Plates;

/// <summary>Finds rows of characters in a picture: shapes of equal height in a straight row, dark or bright, large or small.</summary>
internal static class PlateFinder
{
    private const int MostRows = 90;
    private const int MostShapes = 14;          // of a plate: fences have more
    private const int SearchPixels = 5_000_000; // of the largest scale
    private const int UsualUp = 2;              // times that a picture is enlarged
    private const int LargestUp = 4;            // the same of a small one
    private const int SmallHeight = 200;
    private const int LeastSide = 24;           // of a scale's picture
    private const double NarrowestCrop = 1.2;   // width over height of such a picture
    private const double WidestCrop = 8;
    private const int CropSide = 700;           // longest side of a picture that may be nothing but a plate

    // Where a plate's characters stand when the picture shows nothing else: top and foot as shares of its height.
    private static readonly (double Top, double Bottom)[] CropRows = [(0.28, 0.72), (0.34, 0.78), (0.2, 0.8), (0.12, 0.88), (0.3, 0.84), (0.24, 0.64), (0.36, 0.68)];

    /// <summary>The rows, those with the most shapes first; the same row seen at several scales comes once.</summary>
    public static List<PlateRow> Find(GrayImage picture, CancellationCheck? check = null)
    {
        List<PlateRow> rows = [];
        foreach (double scale in Scales(picture))
        {
            int width = Math.Max(1, (int)Math.Round(picture.Width * scale));
            int height = Math.Max(1, (int)Math.Round(picture.Height * scale));
            GrayImage scaled = scale == 1 ? picture : scale > 1 ? Resample.Bilinear(picture, width, height) : Resample.Area(picture, width, height, check);
            foreach ((bool bright, List<PixelBox> shapes) in CharacterShapes.Find(scaled, check))
            {
                check?.ThrowIfCancelled();
                rows.AddRange(ShapeRows.Find(shapes).Where(row => row.Count <= MostShapes).Select(row => InPicture(row, scale, bright)));
            }
        }

        List<PlateRow> distinct = [];
        foreach (PlateRow row in rows.OrderByDescending(row => row.Count).ThenByDescending(row => row.Height))
        {
            if (distinct.Count < MostRows && !distinct.Exists(other => IsSame(row, other)))
            {
                distinct.Add(row);
            }
        }

        return distinct;
    }

    /// <summary>Whether a picture may show a plate and nothing else: it is not large, and has about the form of one.</summary>
    public static bool MayBePlate(GrayImage picture) =>
        Math.Max(picture.Width, picture.Height) <= CropSide && picture.Width >= NarrowestCrop * picture.Height && picture.Width <= WidestCrop * picture.Height;

    /// <summary>Where the row may be if the picture shows a plate and nothing else.</summary>
    public static IEnumerable<PlateRow> WholePicture(GrayImage picture)
    {
        foreach ((double top, double bottom) in CropRows)
        {
            foreach (bool bright in new[] { false, true })
            {
                var row = new PlateRow(Quadrilateral.OfSize(picture.Width, picture.Height), bright, 0);
                yield return row.Moved(top, bottom - 1).Part(0.03, 0.97);
            }
        }
    }

    private static IEnumerable<double> Scales(GrayImage picture)
    {
        double pixels = (double)picture.Width * picture.Height;
        double scale = picture.Height <= SmallHeight ? LargestUp : UsualUp;
        while (pixels * scale * scale > SearchPixels)
        {
            scale /= 2;
        }

        for (; scale * Math.Min(picture.Width, picture.Height) >= LeastSide; scale /= 2)
        {
            yield return scale;
        }
    }

    private static PlateRow InPicture(ShapeRows.Row row, double scale, bool bright)
    {
        return new PlateRow(new Quadrilateral(At(row.Left, row.Top), At(row.Right, row.Top), At(row.Right, row.Bottom), At(row.Left, row.Bottom)), bright, row.Count);

        PicturePoint At(double x, double y) => new(x / scale, (y + (row.Slope * x)) / scale);
    }

    private static bool IsSame(PlateRow a, PlateRow b)
    {
        double high = Math.Max(a.Height, b.Height);
        double across = Math.Abs(a.Centre.X - b.Centre.X);
        return a.Bright == b.Bright && Math.Min(a.Height, b.Height) >= 0.8 * high && Math.Abs(a.Centre.Y - b.Centre.Y) <= 0.2 * high
            && across <= Math.Max(0.5 * high, (Math.Max(a.Width, b.Width) - Math.Min(a.Width, b.Width)) / 2);
    }
}
