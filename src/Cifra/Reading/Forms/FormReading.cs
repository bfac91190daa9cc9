namespace Cifra.Reading.Forms;

/// <summary>The numbers read from a picture of a form.</summary>
/// <param name="Width">Width of the original picture in pixels.</param>
/// <param name="Height">Height of the original picture in pixels.</param>
/// <param name="Numbers">The numbers of the fields, in the template's order.</param>
/// <param name="Form">How well the form was found.</param>
public sealed record FormReading(int Width, int Height, IReadOnlyList<ReadNumber> Numbers, FormFit Form) : PictureReading(Width, Height, Numbers);
