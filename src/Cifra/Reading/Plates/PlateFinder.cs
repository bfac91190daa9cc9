using Cifra.Imaging;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Plates;

/// <summary>Finds rows of characters in a picture: boxes of similar height in a straight row, dark or bright, at any scale.</summary>
internal static class PlateFinder
{
    /// <summary>The rows, those with the most shapes first. A row that is seen at several scales is listed once.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    /// <param name="check">Optional; asked within each scale.</param>
    public static List<PlateRow> Find(GrayImage picture, PlateFinderOptions? options = null, CancellationCheck? check = null)
    {
        options ??= PlateFinderOptions.Default;
        List<PlateRow> rows = [];
        foreach (double scale in Scales(picture.Width, picture.Height, options))
        {
            int width = Math.Max(1, (int)Math.Round(picture.Width * scale));
            int height = Math.Max(1, (int)Math.Round(picture.Height * scale));
            GrayImage scaled = scale == 1 ? picture : scale > 1 ? Resample.Bilinear(picture, width, height) : Resample.Area(picture, width, height, check);
            foreach ((bool bright, List<PixelBox> shapes) in CharacterShapes.Find(scaled, options, check))
            {
                check?.ThrowIfCancelled();
                rows.AddRange(ShapeRows.Find(shapes, options).Where(row => row.Count <= options.MaxShapes).Select(row => InPicture(row, scale, bright)));
            }
        }

        return Distinct(rows, options);
    }

    /// <summary>Whether a picture may show a plate and nothing else: it is small, and has about the proportions of a plate.</summary>
    public static bool MayBePlate(GrayImage picture, PlateFinderOptions? options = null)
    {
        options ??= PlateFinderOptions.Default;
        return Math.Max(picture.Width, picture.Height) <= options.MaxCropSide
            && picture.Width >= options.MinCropAspect * picture.Height && picture.Width <= options.MaxCropAspect * picture.Height;
    }

    /// <summary>Where the row may be if the picture shows a plate and nothing else. These rows have no shapes.</summary>
    public static IEnumerable<PlateRow> WholePicture(GrayImage picture, PlateFinderOptions? options = null)
    {
        options ??= PlateFinderOptions.Default;
        foreach ((double top, double bottom) in options.CropRows)
        {
            foreach (bool bright in new[] { false, true })
            {
                var row = new PlateRow(Quadrilateral.OfSize(picture.Width, picture.Height), bright, 0);
                yield return row.Moved(top, bottom - 1).Part(options.CropRim, 1 - options.CropRim);
            }
        }
    }

    /// <summary>The scales at which a picture is searched, the largest first, each half of the one before it.</summary>
    internal static IEnumerable<double> Scales(int width, int height, PlateFinderOptions options)
    {
        double pixels = (double)width * height;
        double scale = height <= options.SmallPictureHeight ? options.SmallPictureEnlargement : options.Enlargement;
        while (pixels * scale * scale > options.MaxPixels)
        {
            scale /= 2;
        }

        for (; scale * Math.Min(width, height) >= options.MinScaleSide; scale /= 2)
        {
            yield return scale;
        }
    }

    /// <summary>The rows without repetitions, those with the most shapes first; of as many shapes, the tallest first.</summary>
    internal static List<PlateRow> Distinct(IEnumerable<PlateRow> rows, PlateFinderOptions options)
    {
        List<PlateRow> distinct = [];
        foreach (PlateRow row in rows.OrderByDescending(row => row.Count).ThenByDescending(row => row.Height))
        {
            if (distinct.Count < options.MaxRows && !distinct.Exists(other => IsSame(row, other, options)))
            {
                distinct.Add(row);
            }
        }

        return distinct;
    }

    private static PlateRow InPicture(ShapeRows.Row row, double scale, bool bright)
    {
        var corners = new Quadrilateral(At(row.Left, row.Top), At(row.Right, row.Top), At(row.Right, row.Bottom), At(row.Left, row.Bottom));
        return new PlateRow(corners, bright, row.Count);

        PicturePoint At(double x, double y) => new(x / scale, (y + (row.Slope * x)) / scale);
    }

    // Rows of different length are the same if one lies within the other.
    private static bool IsSame(PlateRow a, PlateRow b, PlateFinderOptions options)
    {
        double high = Math.Max(a.Height, b.Height);
        double across = Math.Abs(a.Centre.X - b.Centre.X);
        return a.Bright == b.Bright
            && Math.Min(a.Height, b.Height) >= options.SameRowHeightRatio * high
            && Math.Abs(a.Centre.Y - b.Centre.Y) <= options.SameRowVerticalOffset * high
            && across <= Math.Max(options.SameRowHorizontalOffset * high, (Math.Max(a.Width, b.Width) - Math.Min(a.Width, b.Width)) / 2);
    }
}
