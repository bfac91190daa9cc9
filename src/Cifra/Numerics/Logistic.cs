namespace Cifra.Numerics;

/// <summary>Logistic regression: the probability of an event from a few features.</summary>
internal static class Logistic
{
    private const int MostSteps = 100;
    private const double Settled = 1e-9;

    /// <summary>1 / (1 + e^−w·x).</summary>
    public static double Probability(ReadOnlySpan<double> weights, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * x[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>
    /// Fits the weights by maximum likelihood with an L2 penalty of <paramref name="penalty"/>/2·|w|². The optimum is unique; Newton's method finds it.
    /// </summary>
    /// <param name="rows">The features of each case; all rows have the same length.</param>
    /// <param name="happened">Whether the event happened in each case.</param>
    /// <param name="penalty">Above 0. Without a penalty, perfectly separable cases have no finite optimum.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> happened, double penalty)
    {
        int size = rows[0].Length;
        double[] weights = new double[size];
        for (int step = 0; step < MostSteps; step++)
        {
            double[,] curvature = new double[size, size];
            double[] slope = new double[size];
            for (int i = 0; i < size; i++)
            {
                curvature[i, i] = penalty;
                slope[i] = -penalty * weights[i];
            }

            for (int n = 0; n < rows.Count; n++)
            {
                Add(rows[n], Probability(weights, rows[n]), happened[n], curvature, slope);
            }

            double[] change = Solve(curvature, slope);
            for (int i = 0; i < size; i++)
            {
                weights[i] += change[i];
            }

            if (change.Max(Math.Abs) < Settled)
            {
                break;
            }
        }

        return weights;
    }

    private static void Add(double[] x, double likely, bool happened, double[,] curvature, double[] slope)
    {
        double weight = likely * (1 - likely);
        double missed = (happened ? 1 : 0) - likely;
        for (int i = 0; i < x.Length; i++)
        {
            slope[i] += missed * x[i];
            for (int j = 0; j < x.Length; j++)
            {
                curvature[i, j] += weight * x[i] * x[j];
            }
        }
    }

    // Gaussian elimination. The matrix is symmetric and, by the penalty, positive definite, so no pivoting is needed.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = pivot + 1; row < size; row++)
            {
                double factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (int column = pivot; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                right[row] -= factor * right[pivot];
            }
        }

        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--)
        {
            double sum = right[row];
            for (int column = row + 1; column < size; column++)
            {
                sum -= matrix[row, column] * solution[column];
            }

            solution[row] = sum / matrix[row, row];
        }

        return solution;
    }
}
