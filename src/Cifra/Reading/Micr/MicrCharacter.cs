using Cifra.Imaging;

namespace Cifra.Reading.Micr;

/// <summary>One character of a line of magnetic ink.</summary>
/// <param name="Symbol">Which it is likeliest.</param>
/// <param name="Probability">How likely it is that, 0..1.</param>
/// <param name="Others">What else it could be, likeliest first.</param>
/// <param name="Box">Where it is, in pixels of the picture that was searched.</param>
internal sealed record MicrCharacter(char Symbol, double Probability, IReadOnlyList<(char Symbol, double Probability)> Others, PixelBox Box);
