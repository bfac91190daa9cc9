namespace Cifra.Reading.Forms.Fields;

/// <summary>The hand-set numbers of <see cref="CellFieldReader"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record CellFieldReaderOptions
{
    /// <summary>The values used everywhere.</summary>
    public static CellFieldReaderOptions Default { get; } = new();

    /// <summary>
    /// Probability of being no digit above which a cell's ink is taken for none. Between the network's own threshold and this one the digit is read and
    /// unsure: in a cell for a digit, ink is likelier a digit than elsewhere.
    /// </summary>
    public double NotADigit { get; init; } = 0.5;

    /// <summary>Probability below which an alternative is not reported.</summary>
    public double LeastAlternative { get; init; } = 0.001;

    /// <summary>Number of alternatives reported of a field at most.</summary>
    public int MostTexts { get; init; } = 5;

    /// <summary>Number of alternatives reported of a digit at most.</summary>
    public int MostDigits { get; init; } = 3;
}
