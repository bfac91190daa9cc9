using Cifra.Imaging;

namespace Cifra.Reading.Micr;

/// <summary>One character of a line of magnetic ink.</summary>
/// <param name="Symbol">The likeliest symbol.</param>
/// <param name="Probability">Its probability, 0..1.</param>
/// <param name="Others">Other symbols, likeliest first.</param>
/// <param name="Box">The box around it, in pixels of the picture that was searched.</param>
internal sealed record MicrCharacter(char Symbol, double Probability, IReadOnlyList<(char Symbol, double Probability)> Others, PixelBox Box);
