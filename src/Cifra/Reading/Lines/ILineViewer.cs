using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>Shows what the two readers of lines make of a picture, for reports.</summary>
public interface ILineViewer
{
    /// <summary>The lines that are read, each with what either reader says; none where nothing is found.</summary>
    IReadOnlyList<LineView> Look(ColorImage picture);
}
