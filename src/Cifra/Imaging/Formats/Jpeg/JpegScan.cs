using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>The header of one scan: which channels, which codes, and which part of the coefficients (ITU-T T.81, B.2.3).</summary>
internal sealed class JpegScan
{
    /// <summary>A sequential picture has at most 4, a progressive one of the common encoders about 10.</summary>
    public const int MaxScans = 100;

    private JpegScan(Channel[] channels, int first, int last, int high, int low)
    {
        Channels = channels;
        First = first;
        Last = last;
        High = high;
        Low = low;
    }

    public Channel[] Channels { get; }

    /// <summary>Zigzag index of the first coefficient; 0 in the DC scans.</summary>
    public int First { get; }

    /// <summary>Zigzag index of the last coefficient.</summary>
    public int Last { get; }

    /// <summary>The bit that an earlier scan reached; 0 in the first scan of these coefficients.</summary>
    public int High { get; }

    /// <summary>The bit that this scan reaches; 0 is the lowest.</summary>
    public int Low { get; }

    public static JpegScan Read(in JpegSegmentReader segment, JpegFrame frame, JpegTables tables)
    {
        segment.ExpectLength(1, "scan header");
        ReadOnlySpan<byte> payload = segment.Payload;
        int count = payload[0];
        if (count < 1 || count > frame.Components.Length)
        {
            throw segment.Bad(0, $"1 to {Text(frame.Components.Length)} components in a scan", Text(count));
        }

        segment.ExpectLength(4 + (2 * count), "scan header");
        ReadOnlySpan<byte> tail = payload[(1 + (2 * count))..];
        JpegScan scan = frame.IsProgressive
            ? new JpegScan(new Channel[count], tail[0], tail[1], tail[2] >> 4, tail[2] & 15)
            : new JpegScan(new Channel[count], 0, 63, 0, 0); // some encoders write other numbers here, and mean these
        if (frame.IsProgressive)
        {
            scan.CheckBand(segment, 1 + (2 * count));
        }

        for (int i = 0; i < count; i++)
        {
            scan.Channels[i] = scan.ReadChannel(segment, 1 + (2 * i), frame, tables);
            for (int j = 0; j < i; j++)
            {
                if (scan.Channels[j].Component == scan.Channels[i].Component)
                {
                    throw segment.Bad(1 + (2 * i), "each component once in a scan", $"component {Text(payload[1 + (2 * i)])} twice");
                }
            }
        }

        return scan;
    }

    /// <summary>Notes that the scan's coefficients are now known to the bit <see cref="Low"/>; refuses a scan that brings nothing new.</summary>
    /// <remarks>
    /// This bounds the work: no coefficient can be sent more often than it has bits. A refinement may come without the scan
    /// that it refines, since decoders show such files.
    /// </remarks>
    public void Advance(in JpegSegmentReader segment)
    {
        foreach (Channel channel in Channels)
        {
            for (int k = First; k <= Last; k++)
            {
                int known = channel.Component.KnownBits[k];
                if (known >= 0 && (High == 0 || known != High))
                {
                    throw segment.Bad(
                        0,
                        "a scan that adds to the earlier ones",
                        $"coefficient {Text(k)} of component {Text(channel.Component.Id)}, known to bit {Text(known)}, again");
                }

                channel.Component.KnownBits[k] = (sbyte)Low;
            }
        }
    }

    private void CheckBand(in JpegSegmentReader segment, int at)
    {
        bool sound = First == 0
            ? Last == 0
            : First <= Last && Last <= 63 && Channels.Length == 1;
        if (!sound)
        {
            throw segment.Bad(at, "a scan of DC coefficients, or of a band of one component", $"coefficients {Text(First)} to {Text(Last)}");
        }

        if (Low > 13 || (High != 0 && High != Low + 1))
        {
            throw segment.Bad(at + 2, "bit positions that fall by one to at least 13", $"from {Text(High)} to {Text(Low)}");
        }
    }

    private Channel ReadChannel(in JpegSegmentReader segment, int at, JpegFrame frame, JpegTables tables)
    {
        byte id = segment.Payload[at];
        int dc = segment.Payload[at + 1] >> 4;
        int ac = segment.Payload[at + 1] & 15;
        JpegComponent component = Array.Find(frame.Components, component => component.Id == id)
            ?? throw segment.Bad(at, "a component of the frame", $"number {Text(id)}");

        bool needsDc = First == 0 && High == 0;
        bool needsAc = Last > 0;
        component.Quantizer = tables.Quantizer(component.QuantizerNumber)
            ?? throw segment.Bad(at, "a quantiser table for each component", $"none numbered {Text(component.QuantizerNumber)}");
        return new Channel(
            component,
            needsDc ? tables.Dc(dc) ?? throw segment.Bad(at + 1, "a DC Huffman table", $"none numbered {Text(dc)}") : null,
            needsAc ? tables.Ac(ac) ?? throw segment.Bad(at + 1, "an AC Huffman table", $"none numbered {Text(ac)}") : null);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A component with its Huffman tables; a table that the scan has no use for is null.</summary>
    internal sealed record Channel(JpegComponent Component, JpegHuffmanTable? Dc, JpegHuffmanTable? Ac);
}
