using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Where a field lies in a picture.</summary>
/// <param name="Name">The field.</param>
/// <param name="Lines">Its border and the lines between its cells, each a chain of places in the picture as it was given.</param>
internal sealed record FieldOutline(string Name, IReadOnlyList<IReadOnlyList<PicturePoint>> Lines);
