namespace Cifra.Reading.Grammars;

/// <summary>What amounts of money look like.</summary>
public sealed record AmountOptions
{
    /// <summary>Whether amounts have cents. Default: they may.</summary>
    public CentsRule Cents { get; init; } = CentsRule.Optional;

    /// <summary>Whether thousands may be grouped as in India: 25,00,000. Groups of three are always allowed.</summary>
    public bool Lakhs { get; init; }

    /// <summary>Whether leading zeros may fill the field: 007.50. Default: no; 0 then stands first only before the cents or alone.</summary>
    public bool Padded { get; init; }

    /// <summary>The most digits before the cents, 1 to 15. Default 9.</summary>
    public int MostDigits { get; init; } = 9;
}
