using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>Reads a network's layers first to last, for a compiler that takes several at once.</summary>
internal sealed class LayerReader(NeuralNetwork network)
{
    private int _next;

    /// <summary>The layer to come; null at the end.</summary>
    public Layer? Current => _next < network.Layers.Count ? network.Layers[_next] : null;

    /// <summary>Size of an image that goes into it.</summary>
    public Shape Shape => network.ShapeAt(_next);

    /// <summary>Goes on to the next layer.</summary>
    public void Advance() => _next++;

    /// <summary>Takes the layer to come if it is of that kind.</summary>
    public T? Take<T>()
        where T : Layer
    {
        if (Current is not T layer)
        {
            return null;
        }

        Advance();
        return layer;
    }

    /// <summary>Takes the layer to come if it is a pool of 2x2 windows side by side.</summary>
    public bool TakeHalvingPool()
    {
        bool pools = Current is MaxPool { HalvesOnly: true };
        _next += pools ? 1 : 0;
        return pools;
    }
}
