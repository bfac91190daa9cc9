using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>Shows how the lines of a picture were read, for reports.</summary>
public interface ILineViewer
{
    /// <summary>The lines of a picture, each with what the line networks and the lattice make of it; empty where there is none.</summary>
    IReadOnlyList<LineView> Look(ColorImage picture);
}
