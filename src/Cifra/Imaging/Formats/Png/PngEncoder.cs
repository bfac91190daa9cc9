using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Cifra.Imaging.Formats.Png;

/// <summary>Writes PNG: 8 bits a sample, not interlaced, each row with the filter that is likely to compress best.</summary>
public static class PngEncoder
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The bytes of a PNG file of one grey sample a pixel.</summary>
    public static byte[] Encode(GrayImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Encode(new PngHeader(image.Width, image.Height, 8, PngColor.Gray, Interlaced: false), image.Pixels);
    }

    /// <summary>The bytes of a PNG file: RGB if every pixel is opaque, otherwise RGBA.</summary>
    public static byte[] Encode(ColorImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        bool solid = true;
        for (int i = 3; i < image.Pixels.Length && solid; i += 4)
        {
            solid = image.Pixels[i] == 255;
        }

        return solid
            ? Encode(new PngHeader(image.Width, image.Height, 8, PngColor.Rgb, Interlaced: false), WithoutAlpha(image.Pixels))
            : Encode(new PngHeader(image.Width, image.Height, 8, PngColor.Rgba, Interlaced: false), image.Pixels);
    }

    private static byte[] Encode(PngHeader header, ReadOnlySpan<byte> samples)
    {
        using var file = new MemoryStream();
        file.Write(Signature);

        Span<byte> content = stackalloc byte[13]; // compression, filter and interlace method are 0
        content.Clear();
        BinaryPrimitives.WriteInt32BigEndian(content, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(content[4..], header.Height);
        content[8] = (byte)header.BitDepth;
        content[9] = (byte)header.Color;
        WriteChunk(file, "IHDR", content);
        WriteChunk(file, "IDAT", Compress(header, samples));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] WithoutAlpha(ReadOnlySpan<byte> rgba)
    {
        byte[] rgb = new byte[rgba.Length / 4 * 3];
        for (int i = 0; i < rgb.Length / 3; i++)
        {
            rgba.Slice(4 * i, 3).CopyTo(rgb.AsSpan(3 * i));
        }

        return rgb;
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        int start = (int)file.Length;
        file.Write(Encoding.ASCII.GetBytes(type));
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Compute(file.GetBuffer().AsSpan(start, (int)file.Length - start)));
        file.Write(number);
    }

    private static byte[] Compress(PngHeader header, ReadOnlySpan<byte> samples)
    {
        int rowBytes = header.RowBytes(header.Width);
        byte[] best = new byte[1 + rowBytes];
        byte[] tried = new byte[1 + rowBytes];
        ReadOnlySpan<byte> above = new byte[rowBytes];

        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (; !samples.IsEmpty; samples = samples[rowBytes..])
            {
                ReadOnlySpan<byte> row = samples[..rowBytes];
                long least = long.MaxValue;
                for (int filter = 0; filter < PngFilter.Count; filter++)
                {
                    tried[0] = (byte)filter;
                    PngFilter.Apply(filter, row, above, header.FilterDistance, tried.AsSpan(1));
                    long sum = SumOfDifferences(tried.AsSpan(1));
                    if (sum < least)
                    {
                        least = sum;
                        (best, tried) = (tried, best);
                    }
                }

                zlib.Write(best);
                above = row;
            }
        }

        return compressed.ToArray();
    }

    // The specification's rule of thumb: small differences compress well. 255 counts as -1.
    private static long SumOfDifferences(ReadOnlySpan<byte> differences)
    {
        long sum = 0;
        foreach (byte difference in differences)
        {
            sum += Math.Abs((int)(sbyte)difference);
        }

        return sum;
    }
}
