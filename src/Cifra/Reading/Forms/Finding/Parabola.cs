namespace Cifra.Reading.Forms.Finding;

/// <summary>Fits the parabola a + b·t + c·t² to sightings of which some may be wrong.</summary>
/// <remarks>Least squares, reweighted: a sighting that is off by e pixels weighs 1 up to the tolerance, and (tolerance / e)² beyond it.</remarks>
internal static class Parabola
{
    /// <summary>
    /// Distance in pixels up to which a sighting has its full weight. Set by hand on the project's development pictures of forms; source not recorded.
    /// </summary>
    private const double Tolerance = 1;

    /// <summary>
    /// Ridge on slope and bend, in sightings: pulls both towards 0, the more the fewer sightings there are. Set by hand; source not recorded.
    /// </summary>
    private const double Ridge = 0.3;

    /// <summary>Rounds of reweighting; the weights have settled by then.</summary>
    private const int Rounds = 4;

    /// <summary>The three coefficients a, b, c.</summary>
    /// <param name="seen">At least one sighting: its place t along the line, 0..1, and its distance from the line in pixels.</param>
    public static double[] Through(IReadOnlyList<(double At, double Off)> seen)
    {
        double[] sorted = [.. seen.Select(place => place.Off).Order()];
        double[] curve = [sorted[sorted.Length / 2], 0, 0];
        for (int round = 0; round < Rounds; round++)
        {
            double[,] normal = new double[3, 4];
            normal[1, 1] = Ridge;
            normal[2, 2] = Ridge;
            foreach ((double at, double off) in seen)
            {
                double error = Math.Abs(off - (curve[0] + (curve[1] * at) + (curve[2] * at * at)));
                double weight = error <= Tolerance ? 1 : Tolerance * Tolerance / (error * error);
                Span<double> row = [1, at, at * at];
                for (int i = 0; i < 3; i++)
                {
                    for (int j = 0; j < 3; j++)
                    {
                        normal[i, j] += weight * row[i] * row[j];
                    }

                    normal[i, 3] += weight * row[i] * off;
                }
            }

            curve = Solve(normal);
        }

        return curve;
    }

    // Gauss-Jordan elimination without pivoting: the matrix is positive definite.
    private static double[] Solve(double[,] a)
    {
        for (int column = 0; column < 3; column++)
        {
            for (int row = 0; row < 3; row++)
            {
                double share = row == column ? 0 : a[row, column] / a[column, column];
                for (int j = column; j < 4; j++)
                {
                    a[row, j] -= share * a[column, j];
                }
            }
        }

        return [a[0, 3] / a[0, 0], a[1, 3] / a[1, 1], a[2, 3] / a[2, 2]];
    }
}
