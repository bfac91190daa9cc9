using System.Buffers.Binary;

namespace Cifra.Data.Formats;

/// <summary>Reads IDX files, the format of MNIST: plain or gzip, of unsigned bytes.</summary>
/// <remarks>
/// A big-endian header: two zero bytes, the element type, the number of dimensions, then each dimension in four bytes. The elements follow,
/// and nothing after them. Source: yann.lecun.com/exdb/mnist.
/// </remarks>
internal static class IdxFile
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Reads pictures and their labels, which must be as many.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not sound IDX data, or the two do not belong together.</exception>
    public static PictureStack LoadPair(string imagesPath, string labelsPath, DataLimits limits)
    {
        using ContentReader images = ContentReader.Open(imagesPath, limits);
        using ContentReader labels = ContentReader.Open(labelsPath, limits);
        return ReadPair(images, labels, limits);
    }

    /// <summary>The same from content that is open already.</summary>
    public static PictureStack ReadPair(ContentReader imagesReader, ContentReader labelsReader, DataLimits limits)
    {
        byte[] labels = ReadLabels(labelsReader, limits);
        PictureStack images = ReadImages(imagesReader, limits);
        return images.Count == labels.Length
            ? images with { Labels = labels }
            : throw InvalidData.At(
                labelsReader.Name, 4, $"{images.Count} labels, one for each picture of {Path.GetFileName(imagesReader.Name)}", $"{labels.Length}");
    }

    /// <summary>Reads the three-dimensional kind: count, rows, columns.</summary>
    public static PictureStack ReadImages(ContentReader reader, DataLimits limits)
    {
        Span<int> sizes = stackalloc int[3];
        ReadHeader(reader, sizes, "pictures (idx3)");
        (int count, int rows, int columns) = (sizes[0], sizes[1], sizes[2]);
        ExpectCount(reader, count, limits);
        ExpectSide(reader, 8, "rows", rows, limits);
        ExpectSide(reader, 12, "columns", columns, limits);

        long total = (long)count * rows * columns;
        reader.ExpectRest(total, $"{count} pictures of {columns}x{rows}");
        byte[] pixels = new byte[total];
        reader.Read(pixels, "pixels");
        reader.ExpectEnd();
        return new PictureStack(reader.Name, columns, rows, pixels, Labels: null);
    }

    /// <summary>Reads the one-dimensional kind: [count] labels, each 0..9.</summary>
    public static byte[] ReadLabels(ContentReader reader, DataLimits limits)
    {
        Span<int> sizes = stackalloc int[1];
        ReadHeader(reader, sizes, "labels (idx1)");
        ExpectCount(reader, sizes[0], limits);
        reader.ExpectRest(sizes[0], $"{sizes[0]} labels");

        long start = reader.Position;
        byte[] labels = new byte[sizes[0]];
        reader.Read(labels, "labels");
        reader.ExpectEnd();
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        return wrong < 0 ? labels : throw InvalidData.At(reader.Name, start + wrong, "a label from 0 to 9", $"{labels[wrong]}");
    }

    private static void ReadHeader(ContentReader reader, Span<int> sizes, string what)
    {
        Span<byte> magic = stackalloc byte[4];
        reader.Read(magic, "IDX header");
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw InvalidData.At(reader.Name, 0, "IDX data, which begins with two zero bytes", $"0x{magic[0]:X2}{magic[1]:X2}");
        }

        if (magic[2] != UnsignedByte)
        {
            throw InvalidData.At(reader.Name, 2, "elements of type 0x08 (unsigned byte)", TypeName(magic[2]));
        }

        if (magic[3] != sizes.Length)
        {
            throw InvalidData.At(reader.Name, 3, $"{sizes.Length} dimensions, as {what} have", $"{magic[3]}");
        }

        Span<byte> size = stackalloc byte[4];
        for (int i = 0; i < sizes.Length; i++)
        {
            long offset = reader.Position;
            reader.Read(size, "IDX header");
            uint value = BinaryPrimitives.ReadUInt32BigEndian(size);
            sizes[i] = value <= int.MaxValue ? (int)value : throw InvalidData.At(reader.Name, offset, "a size below 2147483648", $"{value}");
        }
    }

    private static void ExpectCount(ContentReader reader, int count, DataLimits limits)
    {
        if (count > limits.MaxPictures)
        {
            throw InvalidData.At(reader.Name, 4, $"at most {limits.MaxPictures} items", $"{count}");
        }
    }

    private static void ExpectSide(ContentReader reader, long offset, string what, int side, DataLimits limits)
    {
        if (side < 1 || side > limits.MaxSide)
        {
            throw InvalidData.At(reader.Name, offset, $"1 to {limits.MaxSide} {what}", $"{side}");
        }
    }

    private static string TypeName(byte type) => type switch
    {
        0x09 => "0x09 (signed byte)",
        0x0B => "0x0B (16-bit integer)",
        0x0C => "0x0C (32-bit integer)",
        0x0D => "0x0D (32-bit float)",
        0x0E => "0x0E (64-bit float)",
        _ => $"0x{type:X2} (no IDX type)",
    };
}
