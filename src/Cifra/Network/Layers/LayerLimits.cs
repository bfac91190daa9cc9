namespace Cifra.Network.Layers;

/// <summary>The largest settings that a layer from a file may have, so that a hostile file cannot ask for endless memory or work.</summary>
internal static class LayerLimits
{
    /// <summary>Channels of a convolution or a norm.</summary>
    public const int Channels = 4096;

    /// <summary>Inputs or outputs of a dense layer.</summary>
    public const int Features = 1 << 20;

    /// <summary>Rows, columns, stride or padding of a window.</summary>
    public const int Window = 256;

    /// <summary>Values of a convolution's padded picture, an image: 64 MB for the sixteen that a kernel takes at a time.</summary>
    public const int Padded = 1 << 20;
}
