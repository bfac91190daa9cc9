using System.Buffers.Binary;

namespace Cifra.Imaging.Formats.Png;

/// <summary>Turns rows of PNG samples of any kind into RGBA of 8 bits.</summary>
/// <remarks>
/// 16 bits become 8 by their high byte; fewer than 8 bits are stretched over 0..255. Gamma and colour profiles are ignored:
/// the levels are those of the file.
/// </remarks>
internal sealed class PngPixels
{
    private readonly string _name;
    private readonly PngHeader _header;
    private readonly byte[] _palette; // RGBA
    private readonly (int Red, int Green, int Blue)? _clear;

    /// <summary>Prepares the palette and the transparent colour of a file.</summary>
    public PngPixels(PngParts parts, string name)
    {
        _name = name;
        _header = parts.Header;
        _palette = MakePalette(parts);
        _clear = ClearColor(parts);
    }

    /// <summary>Writes a row's pixels.</summary>
    /// <param name="row">The samples.</param>
    /// <param name="y">The row's place in the picture, for messages.</param>
    /// <param name="pass">Which of the picture's columns the row holds.</param>
    /// <param name="rgba">The whole row of the picture.</param>
    public void Write(ReadOnlySpan<byte> row, int y, PngPass pass, Span<byte> rgba)
    {
        int x = pass.X;
        int columns = pass.Columns(_header.Width);
        for (int i = 0; i < columns; i++, x += pass.StepX)
        {
            Span<byte> pixel = rgba.Slice(4 * x, 4);
            switch (_header.Color)
            {
                case PngColor.Gray:
                    int gray = Sample(row, i);
                    Set(pixel, Level(gray), Level(gray), Level(gray), gray == _clear?.Red ? (byte)0 : (byte)255);
                    break;
                case PngColor.Rgb:
                    (int Red, int Green, int Blue) color = (Sample(row, 3 * i), Sample(row, (3 * i) + 1), Sample(row, (3 * i) + 2));
                    Set(pixel, Level(color.Red), Level(color.Green), Level(color.Blue), color == _clear ? (byte)0 : (byte)255);
                    break;
                case PngColor.Palette:
                    Entry(Sample(row, i), x, y).CopyTo(pixel);
                    break;
                case PngColor.GrayAlpha:
                    byte level = Level(Sample(row, 2 * i));
                    Set(pixel, level, level, level, Level(Sample(row, (2 * i) + 1)));
                    break;
                case PngColor.Rgba:
                    for (int channel = 0; channel < 4; channel++)
                    {
                        pixel[channel] = Level(Sample(row, (4 * i) + channel));
                    }

                    break;
            }
        }
    }

    private static byte[] MakePalette(PngParts parts)
    {
        byte[] palette = new byte[parts.Palette.Length / 3 * 4];
        for (int i = 0; i < palette.Length / 4; i++)
        {
            parts.Palette.AsSpan(3 * i, 3).CopyTo(palette.AsSpan(4 * i));
            palette[(4 * i) + 3] = parts.Transparency is not null && i < parts.Transparency.Length ? parts.Transparency[i] : (byte)255;
        }

        return palette;
    }

    // Stored in 16 bits whatever the depth, of which only the lowest count.
    private static (int Red, int Green, int Blue)? ClearColor(PngParts parts)
    {
        int mask = (1 << parts.Header.BitDepth) - 1;
        int At(int i) => BinaryPrimitives.ReadUInt16BigEndian(parts.Transparency.AsSpan(2 * i)) & mask;
        return (parts.Transparency, parts.Header.Color) switch
        {
            (not null, PngColor.Gray) => (At(0), At(0), At(0)),
            (not null, PngColor.Rgb) => (At(0), At(1), At(2)),
            _ => null,
        };
    }

    private static void Set(Span<byte> pixel, byte red, byte green, byte blue, byte alpha) =>
        (pixel[0], pixel[1], pixel[2], pixel[3]) = (red, green, blue, alpha);

    private ReadOnlySpan<byte> Entry(int index, int x, int y)
    {
        if (index >= _palette.Length / 4)
        {
            throw InvalidData.At(_name, $"row {y}, column {x}", $"one of the {_palette.Length / 4} palette entries", $"entry {index}");
        }

        return _palette.AsSpan(4 * index, 4);
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        int depth = _header.BitDepth;
        return depth switch
        {
            8 => row[index],
            16 => (row[2 * index] << 8) | row[(2 * index) + 1],
            _ => (row[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
        };
    }

    private byte Level(int sample) => _header.BitDepth switch
    {
        8 => (byte)sample,
        16 => (byte)(sample >> 8),
        int depth => (byte)(sample * 255 / ((1 << depth) - 1)), // 1, 3 and 15 divide 255
    };
}
