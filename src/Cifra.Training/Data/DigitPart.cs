namespace Cifra.Data;

/// <summary>Which part of a data set to load. A set that has only one part gives that part, whatever was asked for.</summary>
public enum DigitPart
{
    /// <summary>Both, where there are two.</summary>
    Both,

    /// <summary>The pictures to learn from.</summary>
    Train,

    /// <summary>The pictures to measure with.</summary>
    Test,
}
