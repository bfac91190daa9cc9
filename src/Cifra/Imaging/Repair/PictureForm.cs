namespace Cifra.Imaging.Repair;

/// <summary>What a small picture of one digit looks like, in a few numbers that clean pictures keep within narrow bounds.</summary>
/// <param name="Paper">Level: the median of all pixels. Ink covers less than half, hence it is the paper's.</param>
/// <param name="Border">Level: mean of the outermost pixels.</param>
/// <param name="Brightest">Level of the brightest pixel.</param>
/// <param name="Steepest">Levels: largest difference of two neighbouring pixels; small where the picture is blurred.</param>
/// <param name="Length">Pixels: longer side of the box around all that is not black.</param>
/// <param name="Outliers">Number of pixels that are far from the median of their 3x3 square.</param>
/// <param name="Parts">Number of connected parts.</param>
/// <param name="Strokes">Number of strokes crossed by all rows and columns together.</param>
/// <param name="Variation">Sum of all differences of neighbours, as a share of all ink.</param>
/// <param name="Hollow">Ink after gaps of a pixel were filled, as a share of the ink before.</param>
/// <param name="Enclosed">Narrow gaps enclosed by ink, as a share of the pixels of ink.</param>
internal sealed record PictureForm(
    int Paper, double Border, int Brightest, int Steepest, int Length, int Outliers, int Parts, int Strokes, double Variation, double Hollow, double Enclosed)
{
    private const int OutlierHeight = 96;
    private const int StrokeLevel = 128;
    private const byte EnclosingLevel = 96;

    /// <summary>The form of a picture.</summary>
    public static PictureForm Of(GrayImage picture, RepairOptions options)
    {
        byte[] sorted = picture.Pixels.ToArray();
        Array.Sort(sorted);
        long ink = Math.Max(1, Sum(picture));
        (int steepest, long variation, int strokes) = Differences(picture);
        PixelBox box = PixelBox.AroundInk(picture);
        return new PictureForm(
            sorted[sorted.Length / 2],
            BorderOf(picture),
            sorted[^1],
            steepest,
            Math.Max(box.Width, box.Height),
            OutliersOf(picture),
            ConnectedComponents.Find(picture, options.PartLevel).All.Count,
            strokes,
            (double)variation / ink,
            (double)Sum(StrokeShape.Fill(picture, StrokeShape.Plus)) / ink,
            EnclosedGaps.Share(picture, EnclosingLevel));
    }

    /// <summary>Whether all numbers lie where those of clean pictures do.</summary>
    public bool Within(FormBounds bounds) =>
        Paper <= bounds.MostPaper && Border <= bounds.MostBorder && Brightest >= bounds.LeastBrightest && Steepest >= bounds.LeastSteepest
        && Length <= bounds.MostLength && Outliers <= bounds.MostOutliers && Parts <= bounds.MostParts && Strokes <= bounds.MostStrokes
        && Variation <= bounds.MostVariation && Hollow <= bounds.MostHollow
        && Enclosed <= bounds.MostEnclosed;

    private static long Sum(GrayImage picture)
    {
        long sum = 0;
        foreach (byte level in picture.Pixels)
        {
            sum += level;
        }

        return sum;
    }

    private static double BorderOf(GrayImage picture)
    {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, picture.Width);
            if (x == 0 || y == 0 || x == picture.Width - 1 || y == picture.Height - 1)
            {
                sum += picture.Pixels[i];
                count++;
            }
        }

        return (double)sum / count;
    }

    private static int OutliersOf(GrayImage picture)
    {
        GrayImage median = SmallMedian.Apply(picture);
        int outliers = 0;
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            outliers += Math.Abs(picture.Pixels[i] - median.Pixels[i]) > OutlierHeight ? 1 : 0;
        }

        return outliers;
    }

    private static (int Steepest, long Variation, int Strokes) Differences(GrayImage picture)
    {
        int steepest = 0;
        long variation = 0;
        int strokes = 0;
        void Compare(byte before, byte own)
        {
            int difference = Math.Abs(own - before);
            steepest = Math.Max(steepest, difference);
            variation += difference;
            strokes += own >= StrokeLevel && before < StrokeLevel ? 1 : 0;
        }

        ReadOnlySpan<byte> pixels = picture.Pixels;
        for (int i = 0; i < pixels.Length; i++)
        {
            if (i % picture.Width > 0)
            {
                Compare(pixels[i - 1], pixels[i]);
            }

            if (i >= picture.Width)
            {
                Compare(pixels[i - picture.Width], pixels[i]);
            }
        }

        return (steepest, variation, strokes);
    }
}
