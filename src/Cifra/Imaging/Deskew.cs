namespace Cifra.Imaging;

/// <summary>Sets leaning ink upright.</summary>
public static class Deskew
{
    /// <summary>Ink that leans more than this, in columns a row, is not leaning writing but something flat, such as a dash.</summary>
    private const double SteepestSlant = 1.5;

    /// <summary>How far the ink leans: the columns it moves right from one row to the next below. 0 is upright, negative leans right as /.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <returns>The slant; 0 where there is no ink or all of it is in one row.</returns>
    /// <remarks>
    /// μ₁₁/μ₀₂, the slope of the line that predicts a pixel's column from its row with least squares, each pixel counted by its level.
    /// </remarks>
    public static double Slant(GrayImage ink)
    {
        ArgumentNullException.ThrowIfNull(ink);
        return Moments(ink).Slant;
    }

    /// <summary>The ink sheared such that it leans no more; what leans by more than 56° is left alone, for it is no upright stroke. Its rows stay; the picture grows wider so that nothing is cut off.</summary>
    /// <param name="ink">Bright ink on black; it is not changed.</param>
    public static GrayImage Upright(GrayImage ink)
    {
        ArgumentNullException.ThrowIfNull(ink);
        (double centreY, double slant) = Moments(ink);
        if (slant == 0 || Math.Abs(slant) > SteepestSlant)
        {
            return new GrayImage(ink.Width, ink.Height, ink.Pixels.ToArray());
        }

        double shiftTop = slant * centreY;
        double shiftBottom = slant * (centreY - (ink.Height - 1));
        int left = (int)Math.Ceiling(Math.Max(0, -Math.Min(shiftTop, shiftBottom)));
        int right = (int)Math.Ceiling(Math.Max(0, Math.Max(shiftTop, shiftBottom)));
        var result = new GrayImage(ink.Width + left + right, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            ShiftRow(ink.Row(y), result.Row(y), left + (slant * (centreY - y)));
        }

        return result;
    }

    // Each pixel's ink is shared between the two columns that it falls on.
    private static void ShiftRow(ReadOnlySpan<byte> from, Span<byte> to, double shift)
    {
        int whole = (int)Math.Floor(shift);
        double part = shift - whole;
        for (int x = 0; x <= from.Length; x++)
        {
            double before = x == 0 ? 0 : from[x - 1];
            double here = x == from.Length ? 0 : from[x];
            int place = x + whole;
            if (place >= 0 && place < to.Length)
            {
                to[place] = (byte)Math.Round((before * part) + (here * (1 - part)));
            }
        }
    }

    private static (double CentreY, double Slant) Moments(GrayImage ink)
    {
        double mass = 0;
        double alongX = 0;
        double alongY = 0;
        double alongXY = 0;
        double alongYY = 0;
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> row = ink.Row(y);
            double rowMass = 0;
            double rowX = 0;
            for (int x = 0; x < row.Length; x++)
            {
                rowMass += row[x];
                rowX += (double)row[x] * x;
            }

            mass += rowMass;
            alongX += rowX;
            alongY += rowMass * y;
            alongXY += rowX * y;
            alongYY += rowMass * y * y;
        }

        if (mass == 0)
        {
            return (0, 0);
        }

        double centreX = alongX / mass;
        double centreY = alongY / mass;
        double spread = (alongYY / mass) - (centreY * centreY);
        double together = (alongXY / mass) - (centreX * centreY);
        return (centreY, spread < 1e-6 ? 0 : together / spread);
    }
}
