using System.Numerics;
using Cifra.Network;

namespace Cifra.Training;

/// <summary>The exponential moving average of everything in a network, running statistics included, as a network of its own.</summary>
/// <remarks>Early on the memory is short, min(decay, (1 + step)/(10 + step)), so that the random start is soon forgotten.</remarks>
internal sealed class WeightAverage
{
    private readonly NeuralNetwork _source;
    private readonly double _decay;

    /// <summary>An average that starts at the network's present values.</summary>
    /// <param name="source">The network that trains.</param>
    /// <param name="decay">Share that is kept at a step, 0 up to, not including, 1.</param>
    /// <param name="layers">The kinds of layers that the network may have; optional, the built-in ones.</param>
    public WeightAverage(NeuralNetwork source, double decay, LayerCatalog? layers = null)
    {
        Guard.InRange(decay, 0, 0.999999);
        _source = source;
        _decay = decay;
        Network = NeuralNetwork.Blank(source.Description, layers ?? LayerCatalog.BuiltIn);
        Network.CopyParametersFrom(source);
    }

    /// <summary>The averaged network.</summary>
    public NeuralNetwork Network { get; }

    /// <summary>Takes the network's present values in.</summary>
    /// <param name="step">1 for the first.</param>
    public void Update(long step)
    {
        float share = (float)(1 - Math.Min(_decay, (1.0 + step) / (10.0 + step)));
        for (int i = 0; i < Network.Parameters.Count; i++)
        {
            MoveTowards(Network.Parameters[i].Parameter.Values, _source.Parameters[i].Parameter.Values, share);
        }
    }

    /// <summary>a[i] += share·(x[i] - a[i]), the difference and the sum rounded once each.</summary>
    internal static void MoveTowards(Span<float> a, ReadOnlySpan<float> x, float share)
    {
        int whole = a.Length - (a.Length % Vector<float>.Count);
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            var old = new Vector<float>(a[i..]);
            Vector.FusedMultiplyAdd(new Vector<float>(share), new Vector<float>(x[i..]) - old, old).CopyTo(a[i..]);
        }

        for (int i = whole; i < a.Length; i++)
        {
            a[i] = MathF.FusedMultiplyAdd(share, x[i] - a[i], a[i]);
        }
    }
}
