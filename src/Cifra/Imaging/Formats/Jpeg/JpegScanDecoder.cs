using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Goes through the MCUs and restart intervals of one scan, and has each block decoded.</summary>
internal ref struct JpegScanDecoder
{
    private readonly JpegFrame _frame;
    private readonly JpegScan _scan;
    private readonly int _interval;
    private readonly CancellationCheck? _check;
    private JpegBitReader _bits;
    private JpegBlockDecoder _blocks;

    private JpegScanDecoder(in JpegSegmentReader segment, JpegFrame frame, JpegScan scan, int interval, CancellationCheck? check)
    {
        _frame = frame;
        _scan = scan;
        _interval = interval;
        _check = check;
        ReadOnlySpan<byte> rest = segment.Rest;
        _bits = new JpegBitReader(rest, segment.Name, segment.Offset + segment.Payload.Length);
        _blocks = new JpegBlockDecoder(scan);
    }

    /// <summary>Decodes the scan whose header <paramref name="segment"/> has just read, and steps over its data.</summary>
    public static void Decode(ref JpegSegmentReader segment, JpegFrame frame, JpegScan scan, int restartInterval, CancellationCheck? check)
    {
        var decoder = new JpegScanDecoder(segment, frame, scan, restartInterval, check);
        decoder.Run();
        segment.Skip(decoder._bits.Position);
    }

    private void Run()
    {
        // A scan of one component has no MCUs of several blocks, and leaves out the blocks beyond the picture (T.81, A.2.2).
        JpegComponent? alone = _scan.Channels.Length == 1 ? _scan.Channels[0].Component : null;
        int wide = alone?.BlocksWide ?? _frame.McusWide;
        int total = wide * (alone?.BlocksHigh ?? _frame.McusHigh);
        int interval = _interval > 0 ? _interval : total;

        for (int start = 0, restart = 0; start < total; start += interval, restart++)
        {
            if (start > 0 && !_bits.TryRestart((restart - 1) & 7))
            {
                if (MayEndEarly)
                {
                    return;
                }

                throw _bits.Bad(
                    string.Create(CultureInfo.InvariantCulture, $"restart marker 0x{JpegMarker.FirstRestart + ((restart - 1) & 7):X2}"),
                    _bits.DescribeEnd());
            }

            RunInterval(start, Math.Min(interval, total - start), wide);
        }
    }

    /// <summary>
    /// A scan that only adds detail to an earlier one may stop early. A scan that carries the picture itself may not: the rest would be read as blank paper.
    /// </summary>
    private readonly bool MayEndEarly => _scan.First > 0 || _scan.High > 0;

    private void RunInterval(int start, int count, int wide)
    {
        _blocks.Restart();
        int row = start / wide;
        int column = start - (row * wide);
        for (int i = 0; i < count; i++)
        {
            if (_scan.Channels.Length == 1)
            {
                _blocks.Decode(ref _bits, _scan.Channels[0], column, row);
            }
            else
            {
                DecodeMcu(column, row);
            }

            if (_bits.Overrun)
            {
                if (MayEndEarly)
                {
                    return;
                }

                throw _bits.Bad(
                    string.Create(CultureInfo.InvariantCulture, $"the data of {count} MCUs from number {start} on"),
                    string.Create(CultureInfo.InvariantCulture, $"{_bits.DescribeEnd()} after {i}"));
            }

            if (++column == wide)
            {
                column = 0;
                row++;
                _check?.ThrowIfCancelled();
            }
        }
    }

    private void DecodeMcu(int column, int row)
    {
        foreach (JpegScan.Channel channel in _scan.Channels)
        {
            JpegComponent component = channel.Component;
            for (int y = 0; y < component.Vertical; y++)
            {
                for (int x = 0; x < component.Horizontal; x++)
                {
                    _blocks.Decode(ref _bits, channel, (column * component.Horizontal) + x, (row * component.Vertical) + y);
                }
            }
        }
    }
}
