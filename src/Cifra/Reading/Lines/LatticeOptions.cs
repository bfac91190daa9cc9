namespace Cifra.Reading.Lines;

/// <summary>The numbers by which a normalized line is cut into pieces and the pieces are read (<see cref="Lattice"/>, <see cref="Cuts"/>).</summary>
/// <remarks>
/// Lengths are pixels of the normalized line, whose digits are 22 of 32 rows high. Set by hand on composed lines and cheque amounts; no record of a search
/// for better values.
/// </remarks>
internal sealed record LatticeOptions
{
    /// <summary>The options that readers use.</summary>
    public static LatticeOptions Default { get; } = new();

    /// <summary>Least distance of two cuts in columns; of two that are closer the one through less ink is kept.</summary>
    public int CutDistance { get; init; } = 3;

    /// <summary>Cost of a step sideways on a cut's way down, in grey levels: a cut through blank paper stays straight.</summary>
    public double SidewaysCost { get; init; } = 12;

    /// <summary>Most ink that a cut may cross, in grey levels summed along it: 3.2 full pixels. More than that cuts a stroke lengthwise.</summary>
    public double MostCost { get; init; } = 3.2 * 255;

    /// <summary>Ink below this grey level is paper or pattern.</summary>
    public byte Faintest { get; init; } = 70;

    /// <summary>Widest digit in columns.</summary>
    public int WidestDigit { get; init; } = 32;

    /// <summary>Lowest digit in rows.</summary>
    public int LowestDigit { get; init; } = 9;

    /// <summary>Pieces with less ink than this, in pixels, are specks.</summary>
    public int Speck { get; init; } = 5;

    /// <summary>Log-probability per <see cref="Speck"/> of ink that a piece too small for a digit is passed over.</summary>
    public double PassOverSpeck { get; init; } = -0.05;

    /// <summary>Highest log-probability that a piece the size of a digit is passed over.</summary>
    public double PassOverDigit { get; init; } = -3;

    /// <summary>A digit with a lower log-probability is not tried for a piece.</summary>
    public double LeastDigit { get; init; } = -9;
}
