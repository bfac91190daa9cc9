namespace Cifra.Reading.Output;

/// <summary>What was read in one picture, as a whole.</summary>
/// <param name="Text">The text; | separates lines, a space numbers of a line; empty where nothing was read.</param>
/// <param name="Confidence">The probability that all of it is right, 0..1; 0 where nothing was read.</param>
/// <param name="Accepted">Whether something was read and all of it is sure enough to be used.</param>
public sealed record StringAnswer(string Text, double Confidence, bool Accepted);
