using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>A window among the settings of a layer's description.</summary>
internal static class WindowSettings
{
    public static Window Read(LayerDescription d) => new(
        d.Whole("height", 1, LayerLimits.Window),
        d.Whole("width", 1, LayerLimits.Window),
        d.Whole("stride", 1, LayerLimits.Window),
        d.Whole("paddingHeight", 0, LayerLimits.Window),
        d.Whole("paddingWidth", 0, LayerLimits.Window));
}
