using System.Buffers.Binary;
using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>The frame header: size, channels and coding process of the picture (ITU-T T.81, B.2.2).</summary>
internal sealed class JpegFrame
{
    private JpegFrame(bool isProgressive, int width, int height, JpegComponent[] components)
    {
        IsProgressive = isProgressive;
        Width = width;
        Height = height;
        Components = components;
        foreach (JpegComponent component in components)
        {
            MaxHorizontal = Math.Max(MaxHorizontal, component.Horizontal);
            MaxVertical = Math.Max(MaxVertical, component.Vertical);
        }
    }

    public bool IsProgressive { get; }

    public int Width { get; }

    /// <summary>Rows; 0 until <see cref="Prepare"/> where the header leaves it to a marker behind the first scan.</summary>
    public int Height { get; private set; }

    public JpegComponent[] Components { get; }

    /// <summary>Largest horizontal sampling factor; an MCU is eight times as many pixels wide.</summary>
    public int MaxHorizontal { get; }

    /// <summary>Largest vertical sampling factor.</summary>
    public int MaxVertical { get; }

    /// <summary>True once the size is checked and the memory taken.</summary>
    public bool IsPrepared { get; private set; }

    /// <summary>MCUs in a row, for scans of several components.</summary>
    public int McusWide => CeilingOf(Width, 8 * MaxHorizontal);

    /// <summary>Rows of MCUs.</summary>
    public int McusHigh => CeilingOf(Height, 8 * MaxVertical);

    public static JpegFrame Read(in JpegSegmentReader segment)
    {
        segment.ExpectLength(6, "frame header");
        ReadOnlySpan<byte> payload = segment.Payload;
        int height = BinaryPrimitives.ReadUInt16BigEndian(payload[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(payload[3..]);
        int count = payload[5];
        if (payload[0] != 8)
        {
            throw segment.Bad(0, "8 bits a sample", $"{Text(payload[0])}-bit JPEG");
        }

        if (width == 0)
        {
            throw segment.Bad(3, "a width of 1 or more", "0");
        }

        if (count is not (1 or 3 or 4))
        {
            throw segment.Bad(5, "1, 3 or 4 components", Text(count));
        }

        segment.ExpectLength(6 + (3 * count), "frame header");
        var components = new JpegComponent[count];
        for (int i = 0; i < count; i++)
        {
            components[i] = ReadComponent(segment, 6 + (3 * i), components.AsSpan(0, i));
        }

        return new JpegFrame(segment.Marker == 0xC2, width, height, components);
    }

    /// <summary>Checks the size against the limits and the file's length, then takes memory for it.</summary>
    /// <param name="segment">The first start of scan; everything after it bounds the size of the picture.</param>
    /// <param name="limits">What the caller allows.</param>
    public void Prepare(in JpegSegmentReader segment, PictureLimits limits)
    {
        if (Height == 0)
        {
            Height = FindNumberOfLines(segment);
        }

        PictureBounds.CheckSize(segment.Name, segment.Offset, Width, Height, limits);

        long blocks = 0;
        long largest = 4L * Width * Height;
        foreach (JpegComponent component in Components)
        {
            component.SetSize(
                CeilingOf(Width * component.Horizontal, MaxHorizontal), CeilingOf(Height * component.Vertical, MaxVertical), McusWide, McusHigh);
            blocks += (long)component.BlocksWide * component.BlocksHigh;
            largest = Math.Max(largest, 64L * component.StoredBlocksWide * component.StoredBlocksHigh);
        }

        // Each block takes one bit or more in the scan of its DC coefficient, so a short file cannot ask for much memory.
        if (blocks > 8L * segment.Rest.Length || largest > Array.MaxLength)
        {
            throw segment.Bad(
                0,
                string.Create(CultureInfo.InvariantCulture, $"data of {Width}x{Height} pixels, at least {(blocks + 7) / 8} bytes"),
                string.Create(CultureInfo.InvariantCulture, $"{segment.Rest.Length}"));
        }

        foreach (JpegComponent component in Components)
        {
            component.Allocate(IsProgressive);
        }

        IsPrepared = true;
    }

    public static int CeilingOf(int value, int divisor) => (value + divisor - 1) / divisor;

    private static JpegComponent ReadComponent(in JpegSegmentReader segment, int at, ReadOnlySpan<JpegComponent> earlier)
    {
        ReadOnlySpan<byte> payload = segment.Payload;
        byte id = payload[at];
        int horizontal = payload[at + 1] >> 4;
        int vertical = payload[at + 1] & 15;
        foreach (JpegComponent other in earlier)
        {
            if (other.Id == id)
            {
                throw segment.Bad(at, "components with numbers of their own", $"number {Text(id)} twice");
            }
        }

        if (horizontal is < 1 or > 4 || vertical is < 1 or > 4)
        {
            throw segment.Bad(at + 1, "sampling factors from 1 to 4", $"{Text(horizontal)} and {Text(vertical)}");
        }

        return new JpegComponent(id, horizontal, vertical, payload[at + 2]);
    }

    /// <summary>The height from the DNL segment that must follow the first scan where the header says 0 (T.81, B.2.5).</summary>
    private static int FindNumberOfLines(in JpegSegmentReader segment)
    {
        ReadOnlySpan<byte> rest = segment.Rest;
        int at = JpegSegmentReader.FindMarker(rest, 0);
        while (at >= 0 && JpegMarker.IsRestart(rest[at + 1]))
        {
            at = JpegSegmentReader.FindMarker(rest, at + 2);
        }

        int height = at >= 0 && at + 6 <= rest.Length && rest[at + 1] == JpegMarker.NumberOfLines
            ? BinaryPrimitives.ReadUInt16BigEndian(rest[(at + 4)..])
            : 0;
        return height > 0 ? height : throw segment.Bad(0, "a height of 1 or more, in the frame header or behind the first scan", "none");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
