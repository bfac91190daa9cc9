using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>The state of a JPEG file that is read segment by segment.</summary>
internal sealed class JpegFile
{
    private readonly PictureLimits _limits;
    private readonly CancellationCheck? _check;
    private readonly JpegTables _tables = new();
    private JpegFrame? _frame;
    private bool _hasJfif;
    private int? _adobeTransform;
    private int? _orientation;

    public JpegFile(PictureLimits limits, CancellationCheck? check = null)
    {
        _limits = limits;
        _check = check;
    }

    /// <summary>Reads the segment, and after a start of scan the data that follow it.</summary>
    public void Read(ref JpegSegmentReader segment)
    {
        switch (segment.Marker)
        {
            case JpegMarker.QuantizationTables:
                _tables.ReadQuantizers(segment);
                break;
            case JpegMarker.HuffmanTables:
                _tables.ReadHuffman(segment);
                break;
            case JpegMarker.RestartInterval:
                _tables.ReadRestartInterval(segment);
                break;
            case JpegMarker.StartOfScan:
                ReadScan(ref segment);
                break;
            case JpegMarker.Jfif:
                _hasJfif |= segment.Payload.StartsWith("JFIF\0"u8);
                break;
            case JpegMarker.Exif:
                _orientation ??= ExifOrientation.Find(segment.Payload);
                break;
            case JpegMarker.Adobe:
                if (segment.Payload.StartsWith("Adobe"u8) && segment.Payload.Length >= 12)
                {
                    _adobeTransform = segment.Payload[11];
                }

                break;
            default:
                ReadFrame(segment);
                break;
        }
    }

    /// <summary>The finished picture, upright.</summary>
    public ColorImage ToImage(in JpegSegmentReader segment)
    {
        if (_frame is null || !_frame.IsPrepared)
        {
            throw segment.Bad(0, "a picture", "the end of the file before the first scan");
        }

        foreach (JpegComponent component in _frame.Components)
        {
            if (!component.Seen)
            {
                throw segment.Bad(
                    0, "scans of all components", string.Create(CultureInfo.InvariantCulture, $"none of component {component.Id}"));
            }

            if (_frame.IsProgressive)
            {
                component.TransformCoefficients(_check);
            }
        }

        return Compose(_frame);
    }

    private void ReadFrame(in JpegSegmentReader segment)
    {
        if (JpegMarker.RefusedProcess(segment.Marker) is string process)
        {
            throw segment.Bad(0, "baseline or progressive JPEG with Huffman codes", process);
        }

        if (!JpegMarker.IsDecodedFrame(segment.Marker))
        {
            return; // comments, colour profiles and other metadata
        }

        if (_frame is not null)
        {
            throw segment.Bad(0, "one frame header", "a second one");
        }

        _frame = JpegFrame.Read(segment);
    }

    private void ReadScan(ref JpegSegmentReader segment)
    {
        if (_frame is null)
        {
            throw segment.Bad(0, "a frame header before the first scan", "none");
        }

        JpegScan scan = JpegScan.Read(segment, _frame, _tables);
        scan.Advance(segment);
        if (!_frame.IsPrepared)
        {
            CheckScans(segment);
            _frame.Prepare(segment, _limits);
        }

        JpegScanDecoder.Decode(ref segment, _frame, scan, _tables.RestartInterval, _check);
    }

    /// <summary>Looks through the rest of the file, without decoding, for more scans than a picture has.</summary>
    private static void CheckScans(JpegSegmentReader segment)
    {
        int start = segment.Offset;
        int scans = 1;
        while (segment.MoveNext() && segment.Marker != JpegMarker.EndOfImage)
        {
            if (segment.Marker == JpegMarker.StartOfScan && ++scans > JpegScan.MaxScans)
            {
                throw InvalidData.At(
                    segment.Name, start, string.Create(CultureInfo.InvariantCulture, $"at most {JpegScan.MaxScans} scans from here on"), "more");
            }
        }
    }

    private ColorImage Compose(JpegFrame frame)
    {
        JpegColorModel model = JpegColor.ModelOf(frame.Components, _hasJfif, _adobeTransform);
        JpegUpsampler[] channels = Array.ConvertAll(frame.Components, component => new JpegUpsampler(component, frame));
        var pixels = new OrientedPixels(frame.Width, frame.Height, _orientation ?? ExifOrientation.Upright);
        byte[] row = new byte[4 * frame.Width];
        for (int y = 0; y < frame.Height; y++)
        {
            _check?.ThrowIfCancelled();
            JpegColor.ToRgba(
                model,
                channels[0].Row(y),
                channels.Length > 1 ? channels[1].Row(y) : default,
                channels.Length > 2 ? channels[2].Row(y) : default,
                channels.Length > 3 ? channels[3].Row(y) : default,
                row);
            pixels.WriteRow(y, row);
        }

        return pixels.ToImage();
    }
}
