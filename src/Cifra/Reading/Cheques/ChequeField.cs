using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Cheques;

/// <summary>A place where a field of a cheque may be: what is to be read there, and how likely the place is.</summary>
/// <param name="Line">The line of writing, in pixels of the page's ink.</param>
/// <param name="Ink">The page's ink, without what is not of the line.</param>
/// <param name="Place">How well the place suits the field: 0 where it is usual, below for others; a natural logarithm.</param>
internal sealed record ChequeField(TextLine Line, GrayImage Ink, double Place);
