namespace Cifra.Reading.Forms;

/// <summary>The parabola a + b·t + c·t² nearest to many sightings, of which some may be wrong.</summary>
internal static class Parabola
{
    /// <summary>A sighting that is off by more than this, in pixels, counts less and less.</summary>
    private const double Tolerance = 1;

    private const int Rounds = 4;

    /// <summary>Its three coefficients; the higher ones are held near 0, all the more the fewer sightings there are.</summary>
    public static double[] Through(IReadOnlyList<(double At, double Off)> seen)
    {
        double[] sorted = [.. seen.Select(place => place.Off).Order()];
        double[] curve = [sorted[sorted.Length / 2], 0, 0];
        for (int round = 0; round < Rounds; round++)
        {
            double[,] normal = new double[3, 4];
            normal[1, 1] = 0.3;
            normal[2, 2] = 0.3;
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

    // By Gauss; the matrix is positive definite.
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
