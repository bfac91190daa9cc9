namespace Cifra.Evaluation;

/// <summary>One picture in a list ordered by loss.</summary>
/// <param name="Index">Its place in the set, 0 for the first.</param>
/// <param name="True">The digit it shows.</param>
/// <param name="Read">The digit read in it.</param>
/// <param name="Loss">−ln of the probability given to the true digit.</param>
public sealed record RankedImage(int Index, int True, int Read, double Loss);
