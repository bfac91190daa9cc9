namespace Cifra.Reading;

/// <summary>Hand-set numbers that several readers share, so that each is written down once.</summary>
internal static class SharedThresholds
{
    /// <summary>Alternatives with a lower probability than this are not reported. A choice of presentation: it decides nothing.</summary>
    public const double MinAlternative = 0.001;

    /// <summary>Alternative texts that are reported of one number at most.</summary>
    public const int MaxAlternativeTexts = 5;

    /// <summary>Alternatives that are reported of one digit at most.</summary>
    public const int MaxAlternativeDigits = 3;

    /// <summary>Two boxes stand on one line of writing if they share at least this part of the lower one's height.</summary>
    /// <remarks>Set by hand on the project's drawn samples and development pictures; the source is not recorded.</remarks>
    public const double CommonHeight = 0.4;
}
