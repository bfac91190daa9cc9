namespace Cifra.Imaging.Formats.Png;

/// <summary>Decodes PNG: every colour type, bit depth and interlacing of the specification's third edition.</summary>
/// <remarks>
/// The chunks that define the pixels (IHDR, PLTE, tRNS, IDAT, IEND), their order and their checksums are checked against the specification. All other
/// ancillary chunks are skipped unread. Of an animation the still picture is read.
/// </remarks>
internal static class PngDecoder
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // The second half of the signature detects transfers that changed line ends; Decode reports that.
    public static bool Recognizes(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature[..4]);

    public static ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck? check = null)
    {
        if (!bytes.StartsWith(Signature))
        {
            string found = Convert.ToHexString(bytes[..Math.Min(Signature.Length, bytes.Length)]);
            throw InvalidData.At(name, 0, $"the PNG signature {Convert.ToHexString(Signature)}", $"{found} (a transfer may have changed line ends)");
        }

        PngParts parts = PngParts.Read(bytes, name, limits);
        PngHeader header = parts.Header;
        using var rows = new PngRows(parts, name);
        var pixels = new PngPixels(parts, name);
        byte[] rgba = new byte[4 * header.Width * header.Height];

        foreach (PngPass pass in PngPass.Of(header.Interlaced))
        {
            int columns = pass.Columns(header.Width);
            if (columns == 0)
            {
                continue;
            }

            rows.StartPass(header.RowBytes(columns));
            for (int y = pass.Y; y < header.Height; y += pass.StepY)
            {
                check?.ThrowIfCancelled();
                pixels.Write(rows.Next(), y, pass, rgba.AsSpan(4 * y * header.Width, 4 * header.Width));
            }
        }

        rows.End();
        return new ColorImage(header.Width, header.Height, rgba);
    }
}
