namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>What the components of a JPEG picture mean.</summary>
internal enum JpegColorModel
{
    Gray,
    YCbCr,
    Rgb,

    /// <summary>Ink, stored inverted as Adobe does: 255 is no ink.</summary>
    Cmyk,

    /// <summary>The same with the first three components turned into YCbCr.</summary>
    Ycck,
}
