using System.Buffers.Binary;

namespace Cifra.Imaging.Formats.Png;

/// <summary>What a sample of a PNG pixel means; the numbers are those of the file.</summary>
internal enum PngColor
{
    Gray = 0,
    Rgb = 2,
    Palette = 3,
    GrayAlpha = 4,
    Rgba = 6,
}

/// <summary>The IHDR chunk.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColor Color, bool Interlaced)
{
    private const int Length = 13;

    /// <summary>Samples in a pixel.</summary>
    public int Channels => Color switch
    {
        PngColor.Rgb => 3,
        PngColor.GrayAlpha => 2,
        PngColor.Rgba => 4,
        _ => 1,
    };

    /// <summary>Bytes from a sample to the one that the filters compare it with: a pixel, or 1 where pixels share a byte.</summary>
    public int FilterDistance => Math.Max(1, Channels * BitDepth / 8);

    /// <summary>Bytes of all rows, with the filter byte before each: what the compressed data must hold.</summary>
    public long ImageDataLength
    {
        get
        {
            long sum = 0;
            foreach (PngPass pass in PngPass.Of(Interlaced))
            {
                int columns = pass.Columns(Width);
                sum += columns == 0 ? 0 : (1L + RowBytes(columns)) * pass.Lines(Height);
            }

            return sum;
        }
    }

    /// <summary>Reads and checks the chunk's content, which begins at <paramref name="offset"/> of the file.</summary>
    public static PngHeader Read(ReadOnlySpan<byte> data, int offset, string name, PictureLimits limits)
    {
        if (data.Length != Length)
        {
            throw InvalidData.At(name, offset, $"{Length} bytes of IHDR", $"{data.Length}");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        PictureBounds.CheckSize(name, offset, width, height, limits);

        byte depth = data[8];
        byte color = data[9];
        bool fits = (color, depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!fits)
        {
            throw InvalidData.At(name, offset + 8, "a bit depth and a colour type that go together", $"depth {depth}, type {color}");
        }

        Expect(data[10] == 0, name, offset + 10, "compression method 0", data[10]);
        Expect(data[11] == 0, name, offset + 11, "filter method 0", data[11]);
        Expect(data[12] <= 1, name, offset + 12, "interlace method 0 or 1", data[12]);
        return new PngHeader((int)width, (int)height, depth, (PngColor)color, data[12] == 1);
    }

    /// <summary>Bytes of a row of this many pixels, without its filter byte.</summary>
    public int RowBytes(int columns) => (int)((((long)columns * Channels * BitDepth) + 7) / 8);

    private static void Expect(bool holds, string name, int offset, string expected, byte found)
    {
        if (!holds)
        {
            throw InvalidData.At(name, offset, expected, $"{found}");
        }
    }
}
