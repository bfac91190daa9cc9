namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>JPEG pictures: baseline, extended sequential and progressive, 8 bits a sample (ITU-T T.81), turned upright by their Exif data.</summary>
internal static class JpegDecoder
{
    /// <summary>True if <paramref name="bytes"/> start as a JPEG file does.</summary>
    public static bool Recognizes(ReadOnlySpan<byte> bytes) => bytes.StartsWith([(byte)0xFF, JpegMarker.StartOfImage, (byte)0xFF]);

    /// <exception cref="InvalidDataException">The bytes are damaged, ask for more than the limits, or are of a kind of JPEG that is not decoded.</exception>
    public static ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck? check = null)
    {
        if (!Recognizes(bytes))
        {
            throw InvalidData.At(name, 0, "a JPEG file, which starts with FF D8 FF", "other bytes");
        }

        var segment = new JpegSegmentReader(bytes, name);
        var file = new JpegFile(limits, check);
        while (segment.MoveNext() && segment.Marker != JpegMarker.EndOfImage)
        {
            file.Read(ref segment);
        }

        return file.ToImage(segment);
    }
}
