namespace Cifra.Reading.Micr;

/// <summary>An upright rectangle of magnetic ink, in millimetres from the top left corner of its character's box.</summary>
internal readonly record struct MicrBar(float Left, float Top, float Right, float Bottom);
