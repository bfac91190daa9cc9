namespace Cifra.Imaging.Ink;

/// <summary>Estimates the slant of writing.</summary>
/// <remarks>
/// The mean direction of the strokes that are rather upright than level, by the gradients of the levels. Round strokes turn equally to both sides and cancel
/// out. After Kimura, Shridhar and Chen 1993, "Improvements of a lexicon directed algorithm for recognition of unconstrained handwritten words", which counts
/// the directions of contour steps. The result does not depend on where shapes stand, so it serves whole pages.
/// </remarks>
internal static class Slant
{
    /// <summary>Number of iterations: which strokes are upright depends on the slant. After these nothing changes any more.</summary>
    private const int Rounds = 6;

    /// <summary>Greatest slant in columns a row: 45°. A limit of the method, which tells upright strokes from level ones.</summary>
    private const double Steepest = 1;

    /// <summary>
    /// The slant: columns to the right from one row to the next below. 0 is upright, negative leans to the right as /. 0 if no stroke is upright.
    /// </summary>
    /// <param name="ink">Bright ink on black.</param>
    public static double Of(GrayImage ink)
    {
        double lean = 0;
        for (int round = 0; round < Rounds; round++)
        {
            lean = Math.Clamp(lean + Remaining(ink, lean), -Steepest, Steepest);
        }

        return lean;
    }

    // The slant that remains after a shear by lean. Along a stroke the level is constant: (right, down) · (lean, 1) = 0.
    private static double Remaining(GrayImage ink, double lean)
    {
        double together = 0;
        double across = 0;
        for (int y = 1; y < ink.Height - 1; y++)
        {
            ReadOnlySpan<byte> above = ink.Row(y - 1);
            ReadOnlySpan<byte> row = ink.Row(y);
            ReadOnlySpan<byte> below = ink.Row(y + 1);
            for (int x = 1; x < row.Length - 1; x++)
            {
                int right = above[x + 1] + (2 * row[x + 1]) + below[x + 1] - above[x - 1] - (2 * row[x - 1]) - below[x - 1];
                int down = below[x - 1] + (2 * below[x]) + below[x + 1] - above[x - 1] - (2 * above[x]) - above[x + 1];
                double sheared = down + (lean * right);
                if (Math.Abs(sheared) < Math.Abs(right))
                {
                    together -= sheared * right;
                    across += (double)right * right;
                }
            }
        }

        return across == 0 ? 0 : together / across;
    }
}
