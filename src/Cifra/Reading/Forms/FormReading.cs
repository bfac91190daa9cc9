namespace Cifra.Reading.Forms;

/// <summary>What a picture of a form says.</summary>
/// <param name="Width">Width of the picture in pixels, as it was given.</param>
/// <param name="Height">Height of the picture in pixels, as it was given.</param>
/// <param name="Numbers">The fields' numbers, in the template's order.</param>
/// <param name="Form">How well the form was found.</param>
public sealed record FormReading(int Width, int Height, IReadOnlyList<ReadNumber> Numbers, FormFit Form) : PictureReading(Width, Height, Numbers);
