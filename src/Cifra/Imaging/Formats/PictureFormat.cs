using Cifra.Imaging.Formats.Bmp;
using Cifra.Imaging.Formats.Jpeg;
using Cifra.Imaging.Formats.Png;
using Cifra.Imaging.Formats.Pnm;

namespace Cifra.Imaging.Formats;

/// <summary>A format that <see cref="PictureFile"/> reads: how to tell it, and how to decode it.</summary>
/// <param name="Name">"PNG".</param>
/// <param name="Recognizes">Whether the first bytes are this format's signature.</param>
/// <param name="Decode">Decodes the whole file.</param>
internal sealed record PictureFormat(string Name, PictureFormat.Signature Recognizes, PictureFormat.Decoder Decode)
{
    /// <summary>Every format that is read. To add one, add its line.</summary>
    public static IReadOnlyList<PictureFormat> All { get; } =
    [
        new("PNG", PngDecoder.Recognizes, PngDecoder.Decode),
        new("JPEG", JpegDecoder.Recognizes, JpegDecoder.Decode),
        new("BMP", BmpDecoder.Recognizes, BmpDecoder.Decode),
        new("PNM", PnmDecoder.Recognizes, PnmDecoder.Decode),
    ];

    /// <summary>Looks at the first bytes only.</summary>
    public delegate bool Signature(ReadOnlySpan<byte> bytes);

    /// <summary>Decodes, or throws <see cref="InvalidDataException"/>; asks once a row whether the work was cancelled.</summary>
    public delegate ColorImage Decoder(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck? check = null);
}
