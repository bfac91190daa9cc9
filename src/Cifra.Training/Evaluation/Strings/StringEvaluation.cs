namespace Cifra.Evaluation.Strings;

/// <summary>A reader of numbers, measured.</summary>
/// <param name="Report">The figures.</param>
/// <param name="Pictures">What each picture was read as, in the order of the report's scores.</param>
public sealed record StringEvaluation(StringReport Report, IReadOnlyList<MeasuredPicture> Pictures);
