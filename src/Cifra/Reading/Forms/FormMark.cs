namespace Cifra.Reading.Forms;

/// <summary>A solid square or disc that is printed on a form so that it can be found, in the page's unit.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Size">Width of the square, or the disc's diameter.</param>
public readonly record struct FormMark(double X, double Y, double Size);
