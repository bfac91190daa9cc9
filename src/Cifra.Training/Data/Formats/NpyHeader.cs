using System.Buffers.Binary;
using System.Text;

namespace Cifra.Data.Formats;

/// <summary>The header of an .npy array: what its elements are, and how many.</summary>
/// <param name="Type">As the file spells it: "|u1", "&lt;i8".</param>
/// <param name="Shape">Size of each dimension, the slowest first.</param>
/// <remarks>Source: NumPy's format specification, numpy.org/doc/stable/reference/generated/numpy.lib.format.html; versions 1.0, 2.0, 3.0.</remarks>
internal sealed record NpyHeader(string Type, int[] Shape)
{
    private const int MaxTextBytes = 10_000; // NumPy's own limit
    private const int MaxDimensions = 8;

    /// <summary>Reads it, and refuses what is not an array of integers in C order.</summary>
    public static NpyHeader Read(ContentReader reader)
    {
        Span<byte> magic = stackalloc byte[8];
        reader.Read(magic, "npy header");
        if (magic[0] != 0x93 || !magic[1..6].SequenceEqual("NUMPY"u8))
        {
            throw InvalidData.At(reader.Name, 0, "an npy array, which begins with 0x93 and NUMPY", $"0x{Convert.ToHexString(magic[..6])}");
        }

        (byte major, byte minor) = (magic[6], magic[7]);
        if (major is < 1 or > 3 || minor != 0)
        {
            throw InvalidData.At(reader.Name, 6, "npy version 1.0, 2.0 or 3.0", $"{major}.{minor}");
        }

        Span<byte> size = stackalloc byte[4];
        size.Clear();
        reader.Read(size[..(major == 1 ? 2 : 4)], "npy header");
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > MaxTextBytes)
        {
            throw InvalidData.At(reader.Name, 8, $"a header of at most {MaxTextBytes} bytes", $"{length}");
        }

        long start = reader.Position;
        byte[] text = new byte[length];
        reader.Read(text, "npy header");
        return new NpyHeaderParser(Encoding.Latin1.GetString(text), reader.Name, start).Parse(MaxDimensions);
    }
}
