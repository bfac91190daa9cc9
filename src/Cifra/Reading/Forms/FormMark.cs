namespace Cifra.Reading.Forms;

/// <summary>A solid square or disc printed on a form to find it by, in the page's unit.</summary>
/// <param name="X">X of its centre.</param>
/// <param name="Y">Y of its centre.</param>
/// <param name="Size">Side of the square, or diameter of the disc.</param>
public readonly record struct FormMark(double X, double Y, double Size);
