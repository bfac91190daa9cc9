using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>The lines of a field in a picture, for drawing.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Lines">Its border and the lines between its cells, each a chain of points in the original picture.</param>
internal sealed record FieldOutline(string Name, IReadOnlyList<IReadOnlyList<PicturePoint>> Lines);
