namespace Cifra.Reading;

/// <summary>Which alternatives to an answer a reading names. Set by hand: they keep readings short, and nothing is decided by them.</summary>
internal static class Alternatives
{
    /// <summary>Least probability, 0..1, of a digit or text that is named.</summary>
    public const double Least = 0.001;

    /// <summary>Most other digits that are named for one place.</summary>
    public const int MostDigits = 3;

    /// <summary>Most other texts that are named for a whole field.</summary>
    public const int MostTexts = 5;
}
