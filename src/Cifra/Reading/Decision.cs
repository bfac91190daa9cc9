namespace Cifra.Reading;

/// <summary>What becomes of a number that was found.</summary>
public enum Decision
{
    /// <summary>Sure enough to be used as it is.</summary>
    Accept,

    /// <summary>Digits, but not sure enough which: a person should look.</summary>
    Unsure,

    /// <summary>Ink that is no digit.</summary>
    NotADigit,
}
