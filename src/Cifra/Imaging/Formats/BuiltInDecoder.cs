using Cifra.Imaging.Formats.Bmp;
using Cifra.Imaging.Formats.Jpeg;
using Cifra.Imaging.Formats.Png;
using Cifra.Imaging.Formats.Pnm;

namespace Cifra.Imaging.Formats;

/// <summary>One of the formats that Cifra decodes itself: a name and the two functions of its decoder.</summary>
/// <param name="Name">"PNG".</param>
/// <param name="Recognizes">Whether the first bytes are this format's signature.</param>
/// <param name="Decode">Decodes the whole file.</param>
internal sealed record BuiltInDecoder(string Name, BuiltInDecoder.Signature Recognizes, BuiltInDecoder.Decoder Decode) : IPictureDecoder
{
    /// <summary>All of them. To add a format to Cifra itself, add its line.</summary>
    public static IReadOnlyList<BuiltInDecoder> All { get; } =
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

    bool IPictureDecoder.Recognizes(ReadOnlySpan<byte> bytes) => Recognizes(bytes);

    ColorImage IPictureDecoder.Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationToken cancellation) =>
        Decode(bytes, name, limits, new CancellationCheck(cancellation));
}
