namespace Cifra.Reporting;

/// <summary>A picture that several networks all read wrong.</summary>
/// <param name="Index">Which picture of the set.</param>
/// <param name="Read">The digits that they read, commonest first.</param>
/// <param name="Doubtful">Whether people found its label wrong.</param>
public sealed record MisreadImage(int Index, IReadOnlyList<int> Read, bool Doubtful);
