using Cifra.Network;

namespace Cifra.Training.Optimizers;

/// <summary>Scales all gradients down together when their common length is above a limit (Pascanu et al. 2013, arXiv:1211.5063).</summary>
internal static class GradientClipping
{
    /// <summary>Applies the limit.</summary>
    /// <returns>The length before, √(Σ g²).</returns>
    public static double Apply(NeuralNetwork network, double limit)
    {
        double squares = 0;
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            foreach (float g in parameter.Gradient)
            {
                squares += (double)g * g;
            }
        }

        double length = Math.Sqrt(squares);
        if (length > limit)
        {
            float scale = (float)(limit / length);
            foreach ((_, Parameter parameter) in network.Parameters)
            {
                foreach (ref float g in parameter.Gradient)
                {
                    g *= scale;
                }
            }
        }

        return length;
    }
}
