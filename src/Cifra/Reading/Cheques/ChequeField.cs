using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Cheques;

/// <summary>A group of shapes on a cheque that may be one of its fields.</summary>
/// <param name="Name">Which field: <see cref="ChequeFindings.Amount"/> or <see cref="ChequeFindings.Date"/>.</param>
/// <param name="Line">The line of writing, in pixels of the page's ink.</param>
/// <param name="Ink">The page's ink without the components near the line that are not part of it.</param>
/// <param name="Place">Log-density of its position for this field, up to a constant: 0 at the usual position, negative elsewhere.</param>
internal sealed record ChequeField(string Name, TextLine Line, GrayImage Ink, double Place);
