using Cifra.Reading;

namespace Cifra.Evaluation.Strings;

/// <summary>One picture of a measured set.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Reading">What was read; null where it could not be read as a picture.</param>
public sealed record MeasuredPicture(string Path, PictureReading? Reading);
