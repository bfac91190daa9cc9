namespace Cifra.Network;

/// <summary>First values of weights.</summary>
internal static class Initialize
{
    /// <summary>Normal with mean 0 and deviation √(2/fanIn), which keeps the signal's size through ReLU layers (He et al. 2015, arXiv:1502.01852).</summary>
    /// <param name="weights">Receives the values.</param>
    /// <param name="fanIn">Inputs that feed one output.</param>
    /// <param name="random">Where the values come from; without it the weights stay as they are, for they will be filled with others.</param>
    public static void HeNormal(Span<float> weights, int fanIn, Random? random)
    {
        if (random is null)
        {
            return;
        }

        double deviation = Math.Sqrt(2.0 / fanIn);
        foreach (ref float weight in weights)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            weight = (float)(deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
    }
}
