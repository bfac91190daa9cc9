namespace Cifra.Imaging.Pages;

/// <summary>Finds the straight lines along which a picture changes from dark to bright.</summary>
/// <remarks>
/// The Hough transform with the gradient's direction: Duda and Hart 1972, "Use of the Hough transformation to detect lines and curves in pictures"; O'Gorman
/// and Clowes 1976. A pixel votes only for lines across its own gradient, so each line has a bright side. For small pictures of a few hundred pixels a side.
/// </remarks>
internal static class EdgeLines
{
    /// <summary>Number of bins of the angle: one a degree.</summary>
    private const int Angles = 360;

    /// <summary>The strongest lines, the strongest first.</summary>
    /// <param name="picture">The picture, with its grain smoothed away.</param>
    /// <param name="leastVotes">
    /// Least votes of a line. A pixel's vote is its gradient in levels a pixel, limited to <see cref="PageFinderOptions.MaxGradient"/>.
    /// </param>
    /// <param name="most">Greatest number of lines for each direction of the normal: right, down, left, up.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static List<EdgeLine> Find(GrayImage picture, int leastVotes, int most, PageFinderOptions? options = null)
    {
        options ??= PageFinderOptions.Default;
        double centreX = picture.Width / 2.0;
        double centreY = picture.Height / 2.0;
        int reach = (int)Math.Ceiling(Math.Sqrt((centreX * centreX) + (centreY * centreY))) + 1;
        int offsets = (2 * reach) + 1;
        int[] votes = Vote(picture, reach, offsets, options);
        List<EdgeLine> lines = [];
        for (int quarter = 0; quarter < 4; quarter++)
        {
            for (int n = 0; n < most && Strongest(votes, offsets, quarter) is var (angle, offset, count) && count >= leastVotes; n++)
            {
                double radians = Radians(angle);
                double fromCorner = offset - reach + (centreX * Math.Cos(radians)) + (centreY * Math.Sin(radians));
                lines.Add(new EdgeLine(radians, fromCorner, count));
                Clear(votes, offsets, angle, offset, options);
            }
        }

        return lines;
    }

    private static double Radians(int angle) => angle * 2 * Math.PI / Angles;

    private static int[] Vote(GrayImage picture, int reach, int offsets, PageFinderOptions options)
    {
        double[] cosines = [.. Enumerable.Range(0, Angles).Select(angle => Math.Cos(Radians(angle)))];
        double[] sines = [.. Enumerable.Range(0, Angles).Select(angle => Math.Sin(Radians(angle)))];
        int[] votes = new int[Angles * offsets];
        for (int y = 1; y < picture.Height - 1; y++)
        {
            ReadOnlySpan<byte> above = picture.Row(y - 1);
            ReadOnlySpan<byte> row = picture.Row(y);
            ReadOnlySpan<byte> below = picture.Row(y + 1);
            double fromCentreY = y + 0.5 - (picture.Height / 2.0);
            for (int x = 1; x < row.Length - 1; x++)
            {
                // Sobel's operator: a slope of one level a pixel gives 8
                int right = above[x + 1] + (2 * row[x + 1]) + below[x + 1] - above[x - 1] - (2 * row[x - 1]) - below[x - 1];
                int down = below[x - 1] + (2 * below[x]) + below[x + 1] - above[x - 1] - (2 * above[x]) - above[x + 1];
                int step = (Math.Abs(right) + Math.Abs(down)) / 8;
                if (step < options.MinGradient)
                {
                    continue;
                }

                double fromCentreX = x + 0.5 - (picture.Width / 2.0);
                int direction = (int)Math.Round(Math.Atan2(down, right) * Angles / (2 * Math.PI));
                for (int d = -options.DirectionError; d <= options.DirectionError; d++)
                {
                    int angle = (direction + d + (2 * Angles)) % Angles;
                    int offset = (int)Math.Round((fromCentreX * cosines[angle]) + (fromCentreY * sines[angle])) + reach;
                    votes[(angle * offsets) + offset] += Math.Min(step, options.MaxGradient);
                }
            }
        }

        return votes;
    }

    private static (int Angle, int Offset, int Count) Strongest(int[] votes, int offsets, int quarter)
    {
        (int Angle, int Offset, int Count) best = (0, 0, -1);
        for (int d = -Angles / 8; d < Angles / 8; d++)
        {
            int angle = ((quarter * Angles / 4) + d + Angles) % Angles;
            ReadOnlySpan<int> row = votes.AsSpan(angle * offsets, offsets);
            for (int offset = 1; offset < offsets - 1; offset++)
            {
                int count = row[offset - 1] + row[offset] + row[offset + 1]; // an edge is some pixels wide
                if (count > best.Count)
                {
                    best = (angle, offset, count);
                }
            }
        }

        return best;
    }

    private static void Clear(int[] votes, int offsets, int angle, int offset, PageFinderOptions options)
    {
        int first = Math.Max(0, offset - options.SameOffset);
        int last = Math.Min(offsets - 1, offset + options.SameOffset);
        for (int d = -options.SameAngle; d <= options.SameAngle; d++)
        {
            int row = (angle + d + Angles) % Angles;
            votes.AsSpan((row * offsets) + first, last - first + 1).Clear();
        }
    }
}
