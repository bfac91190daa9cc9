namespace Cifra.Evaluation.Strings;

/// <summary>One step on the way from a truth to what was read.</summary>
/// <param name="True">The true character; null where one too many was read.</param>
/// <param name="Read">The character read; null where one is missing.</param>
public readonly record struct Edit(char? True, char? Read)
{
    /// <summary>Whether the character was read right.</summary>
    public bool IsRight => True == Read;

    /// <summary>Whether one character was read as another.</summary>
    public bool IsSubstitution => True is not null && Read is not null && True != Read;

    /// <summary>Whether a character was read that is not there.</summary>
    public bool IsInsertion => True is null;

    /// <summary>Whether a character was not read.</summary>
    public bool IsDeletion => Read is null;
}
