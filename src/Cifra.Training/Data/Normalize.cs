namespace Cifra.Data;

/// <summary>Which pictures of a data set go through <see cref="Imaging.DigitNormalizer"/> before the network sees them.</summary>
public enum Normalize
{
    /// <summary>Picture files, and pictures in a data file that are not 28x28. What is 28x28 in a data file is taken as it is.</summary>
    Auto,

    /// <summary>All of them.</summary>
    Always,

    /// <summary>None: pictures that are not 28x28 are refused, and picture files must be bright ink on black already.</summary>
    Never,
}
