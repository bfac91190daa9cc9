namespace Cifra.Data.Formats;

/// <summary>Reads the arrays of a data set out of .npy content: integers of any width whose values fit a byte.</summary>
internal static class NpyArray
{
    private const int ElementsAtOnce = 8_192;

    /// <summary>Reads [N, height, width] grey levels 0..255.</summary>
    public static PictureStack ReadPictures(ContentReader reader, DataLimits limits)
    {
        var header = NpyHeader.Read(reader);
        ExpectDimensions(reader, header, 3, "pictures, height, width");
        (int count, int height, int width) = (header.Shape[0], header.Shape[1], header.Shape[2]);
        ExpectCount(reader, count, limits);
        if (height < 1 || width < 1 || height > limits.MaxSide || width > limits.MaxSide)
        {
            throw InvalidData.At(reader.Name, "shape", $"pictures of 1x1 to {limits.MaxSide}x{limits.MaxSide}", $"{width}x{height}");
        }

        return new PictureStack(reader.Name, width, height, ReadBytes(reader, header, (long)count * height * width, most: 255), Labels: null);
    }

    /// <summary>Reads [N] labels 0..9.</summary>
    public static byte[] ReadLabels(ContentReader reader, DataLimits limits)
    {
        var header = NpyHeader.Read(reader);
        ExpectDimensions(reader, header, 1, "labels");
        ExpectCount(reader, header.Shape[0], limits);
        return ReadBytes(reader, header, header.Shape[0], most: 9);
    }

    private static byte[] ReadBytes(ContentReader reader, NpyHeader header, long count, byte most)
    {
        var type = IntegerType.Parse(header.Type, reader.Name);
        reader.ExpectRest(count * type.Size, $"{count} elements of type {header.Type}");

        byte[] values = new byte[count];
        byte[] buffer = new byte[ElementsAtOnce * type.Size];
        for (int done = 0; done < values.Length;)
        {
            int now = Math.Min(ElementsAtOnce, values.Length - done);
            long start = reader.Position;
            Span<byte> elements = buffer.AsSpan(0, now * type.Size);
            reader.Read(elements, "elements");
            for (int i = 0; i < now; i++)
            {
                ReadOnlySpan<byte> element = elements.Slice(i * type.Size, type.Size);
                values[done + i] = type.TryByte(element, out byte value) && value <= most
                    ? value
                    : throw InvalidData.At(
                        reader.Name, start + (i * type.Size), $"a value from 0 to {most}", $"{header.Type} 0x{Convert.ToHexString(element)}");
            }

            done += now;
        }

        reader.ExpectEnd();
        return values;
    }

    private static void ExpectDimensions(ContentReader reader, NpyHeader header, int wanted, string what)
    {
        if (header.Shape.Length != wanted)
        {
            throw InvalidData.At(reader.Name, "shape", $"{wanted} dimensions ({what})", $"({string.Join(", ", header.Shape)})");
        }
    }

    private static void ExpectCount(ContentReader reader, int count, DataLimits limits)
    {
        if (count > limits.MaxPictures)
        {
            throw InvalidData.At(reader.Name, "shape", $"at most {limits.MaxPictures} pictures", $"{count}");
        }
    }

    /// <summary>An integer type of NumPy's: order of bytes, sign, width.</summary>
    private readonly record struct IntegerType(int Size, bool Signed, bool BigEndian)
    {
        public static IntegerType Parse(string text, string name)
        {
            bool known = text.Length == 3
                && text[0] is '<' or '>' or '|'
                && text[1] is 'u' or 'i'
                && text[2] is '1' or '2' or '4' or '8'
                && (text[0] != '|' || text[2] == '1');
            return known
                ? new IntegerType(text[2] - '0', text[1] == 'i', text[0] == '>')
                : throw InvalidData.At(name, "descr", "an integer type: |u1, |i1, or one of u2 u4 u8 i2 i4 i8 with < or >", $"'{text}'");
        }

        // All bytes but the lowest must be 0; then the sign does not matter, except for a single byte.
        public bool TryByte(ReadOnlySpan<byte> element, out byte value)
        {
            value = element[BigEndian ? Size - 1 : 0];
            ReadOnlySpan<byte> others = BigEndian ? element[..^1] : element[1..];
            return !others.ContainsAnyExcept((byte)0) && !(Signed && Size == 1 && value > 127);
        }
    }
}
