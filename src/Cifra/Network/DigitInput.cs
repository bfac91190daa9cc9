using Cifra.Imaging;

namespace Cifra.Network;

/// <summary>The picture that a digit network takes: grey, bright ink on black, as <see cref="DigitNormalizer"/> makes it.</summary>
public static class DigitInput
{
    /// <summary>Rows and columns of a picture.</summary>
    public const int Side = DigitNormalizer.Side;

    /// <summary>Pixels of a picture, one byte each, row by row.</summary>
    public const int Size = Side * Side;
}
