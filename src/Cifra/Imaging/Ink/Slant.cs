namespace Cifra.Imaging.Ink;

/// <summary>How far writing leans.</summary>
/// <remarks>
/// The mean direction of the strokes that run rather down than across, read off the levels' gradients: round strokes turn as much to one side as to the other and add
/// nothing. After Kimura, Shridhar and Chen 1993, "Improvements of a lexicon directed algorithm for recognition of unconstrained handwritten words", which counts the
/// directions of contour steps. It does not depend on how shapes stand beside or above one another, hence it serves whole pages.
/// </remarks>
internal static class Slant
{
    /// <summary>What runs down is told anew where the lean is known; after so many rounds nothing changes any more.</summary>
    private const int Rounds = 6;

    /// <summary>Steepest lean, in columns a row: 45°.</summary>
    private const double Steepest = 1;

    /// <summary>The lean: columns that ink moves right from one row to the next below; 0 is upright, negative leans right as /. 0 where nothing runs down.</summary>
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

    // How far strokes lean from the lean given. Along a stroke the level stays: (right, down) · (lean, 1) = 0.
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
