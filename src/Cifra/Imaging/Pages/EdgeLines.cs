namespace Cifra.Imaging.Pages;

/// <summary>Finds the straight lines along which a picture changes from dark to bright.</summary>
/// <remarks>
/// Hough's transform with the gradient's direction: Duda and Hart 1972, "Use of the Hough transformation to detect lines and curves in pictures"; O'Gorman and
/// Clowes 1976. A pixel votes only for lines across its own gradient, hence a line knows on which side it is bright. For small pictures: a few hundred pixels a side.
/// </remarks>
internal static class EdgeLines
{
    /// <summary>Bins of a whole turn: one a degree.</summary>
    private const int Angles = 360;

    /// <summary>A gradient's direction may be wrong by so many degrees.</summary>
    private const int Doubt = 3;

    /// <summary>Lines closer than this, in degrees and in pixels, are one.</summary>
    private const int SameAngle = 6;
    private const int SameOffset = 6;

    /// <summary>Fainter steps, in levels a pixel, are not looked at.</summary>
    private const int FaintestStep = 4;

    /// <summary>Steeper steps, in levels a pixel, count as this steep: the edge of a page outvotes the grain of the table, but a glaring spot does not outvote the page.</summary>
    private const int SteepestStep = 24;

    /// <summary>The strongest lines, the strongest first.</summary>
    /// <param name="picture">The picture, its grain smoothed away.</param>
    /// <param name="leastVotes">A line has at least so many votes; a pixel has as many as its step has levels, 24 at most.</param>
    /// <param name="most">So many lines at most in each quarter of the turn: their normals point right, down, left, up.</param>
    public static List<EdgeLine> Find(GrayImage picture, int leastVotes, int most)
    {
        double centreX = picture.Width / 2.0;
        double centreY = picture.Height / 2.0;
        int reach = (int)Math.Ceiling(Math.Sqrt((centreX * centreX) + (centreY * centreY))) + 1;
        int offsets = (2 * reach) + 1;
        int[] votes = Vote(picture, reach, offsets);
        List<EdgeLine> lines = [];
        for (int quarter = 0; quarter < 4; quarter++)
        {
            for (int n = 0; n < most && Strongest(votes, offsets, quarter) is var (angle, offset, count) && count >= leastVotes; n++)
            {
                double radians = Radians(angle);
                double fromCorner = offset - reach + (centreX * Math.Cos(radians)) + (centreY * Math.Sin(radians));
                lines.Add(new EdgeLine(radians, fromCorner, count));
                Clear(votes, offsets, angle, offset);
            }
        }

        return lines;
    }

    private static double Radians(int angle) => angle * 2 * Math.PI / Angles;

    private static int[] Vote(GrayImage picture, int reach, int offsets)
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
                // Sobel's operator; 8 is its answer to a slope of one level a pixel
                int right = above[x + 1] + (2 * row[x + 1]) + below[x + 1] - above[x - 1] - (2 * row[x - 1]) - below[x - 1];
                int down = below[x - 1] + (2 * below[x]) + below[x + 1] - above[x - 1] - (2 * above[x]) - above[x + 1];
                int step = (Math.Abs(right) + Math.Abs(down)) / 8;
                if (step < FaintestStep)
                {
                    continue;
                }

                double fromCentreX = x + 0.5 - (picture.Width / 2.0);
                int direction = (int)Math.Round(Math.Atan2(down, right) * Angles / (2 * Math.PI));
                for (int d = -Doubt; d <= Doubt; d++)
                {
                    int angle = (direction + d + (2 * Angles)) % Angles;
                    int offset = (int)Math.Round((fromCentreX * cosines[angle]) + (fromCentreY * sines[angle])) + reach;
                    votes[(angle * offsets) + offset] += Math.Min(step, SteepestStep);
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

    private static void Clear(int[] votes, int offsets, int angle, int offset)
    {
        int first = Math.Max(0, offset - SameOffset);
        int last = Math.Min(offsets - 1, offset + SameOffset);
        for (int d = -SameAngle; d <= SameAngle; d++)
        {
            int row = (angle + d + Angles) % Angles;
            votes.AsSpan((row * offsets) + first, last - first + 1).Clear();
        }
    }
}
