namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>The colour model of a JPEG picture.</summary>
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
