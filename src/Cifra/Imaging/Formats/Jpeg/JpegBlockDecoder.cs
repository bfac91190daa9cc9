namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Decodes the blocks of a scan by the process that its header names (ITU-T T.81, F.2.2 and G.1.2).</summary>
internal struct JpegBlockDecoder
{
    private readonly JpegScan _scan;
    private readonly Manner _manner;
    private readonly short[] _block = new short[64]; // of sequential scans, which keep none
    private int _endOfBand; // blocks, this one included, that have no more coefficients in the scan

    public JpegBlockDecoder(JpegScan scan)
    {
        _scan = scan;
        _manner = (scan.First, scan.Last, scan.High) switch
        {
            (0, > 0, _) => Manner.Sequential,
            (0, _, 0) => Manner.DcFirst,
            (0, _, _) => Manner.DcRefine,
            (_, _, 0) => Manner.AcFirst,
            _ => Manner.AcRefine,
        };
    }

    private enum Manner
    {
        Sequential,
        DcFirst,
        DcRefine,
        AcFirst,
        AcRefine,
    }

    /// <summary>Resets the state: at the start of a scan and at each restart marker.</summary>
    public void Restart()
    {
        _endOfBand = 0;
        foreach (JpegScan.Channel channel in _scan.Channels)
        {
            channel.Component.Prediction = 0;
        }
    }

    public void Decode(ref JpegBitReader bits, JpegScan.Channel channel, int column, int row)
    {
        JpegComponent component = channel.Component;
        if (_manner == Manner.Sequential)
        {
            Sequential(ref bits, channel);
            component.Transform(_block, column, row);
            return;
        }

        Span<short> block = component.Coefficients.AsSpan(64 * ((row * component.StoredBlocksWide) + column), 64);
        switch (_manner)
        {
            case Manner.DcFirst:
                block[0] = (short)(NextDc(ref bits, channel) << _scan.Low);
                break;
            case Manner.DcRefine:
                block[0] |= (short)(bits.Bits(1) << _scan.Low);
                break;
            case Manner.AcFirst:
                AcFirst(ref bits, channel.Ac!, block);
                break;
            default:
                AcRefine(ref bits, channel.Ac!, block);
                break;
        }
    }

    private static int NextDc(ref JpegBitReader bits, JpegScan.Channel channel)
    {
        int size = bits.Symbol(channel.Dc!);
        if (size > 15)
        {
            throw bits.Bad("a DC difference of at most 15 bits", "more");
        }

        return channel.Component.Prediction += bits.Extend(size);
    }

    private readonly void Sequential(ref JpegBitReader bits, JpegScan.Channel channel)
    {
        Span<short> block = _block;
        block.Clear();
        block[0] = (short)NextDc(ref bits, channel);
        for (int k = 1; k < 64; k++)
        {
            int symbol = bits.Symbol(channel.Ac!);
            int size = symbol & 15;
            k += symbol >> 4;
            if (size > 0)
            {
                block[JpegTables.ZigZag[InBand(k, 63, bits)]] = (short)bits.Extend(size);
            }
            else if (symbol != 0xF0) // sixteen zeros, fifteen of them counted; any other symbol without a size ends the block
            {
                return;
            }
        }
    }

    private void AcFirst(ref JpegBitReader bits, JpegHuffmanTable table, Span<short> block)
    {
        if (_endOfBand > 0)
        {
            _endOfBand--;
            return;
        }

        for (int k = _scan.First; k <= _scan.Last; k++)
        {
            int symbol = bits.Symbol(table);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0 && run < 15)
            {
                _endOfBand = EndOfBand(ref bits, run) - 1;
                return;
            }

            k += run;
            if (size > 0)
            {
                block[JpegTables.ZigZag[InBand(k, _scan.Last, bits)]] = (short)(bits.Extend(size) << _scan.Low);
            }
        }
    }

    // G.1.2.3: every coefficient that is already not zero takes one bit of correction when the scan passes it; runs count the others.
    private void AcRefine(ref JpegBitReader bits, JpegHuffmanTable table, Span<short> block)
    {
        int k = _scan.First;
        while (_endOfBand == 0 && k <= _scan.Last)
        {
            int symbol = bits.Symbol(table);
            int run = symbol >> 4;
            int value = 0;
            if ((symbol & 15) != 0)
            {
                value = bits.Bits(1) != 0 ? 1 << _scan.Low : -1 << _scan.Low;
            }
            else if (run < 15)
            {
                _endOfBand = EndOfBand(ref bits, run);
                break;
            }

            k = CorrectUntil(ref bits, block, k, run);
            if (value != 0)
            {
                block[JpegTables.ZigZag[InBand(k, _scan.Last, bits)]] = (short)value;
            }

            k++;
        }

        if (_endOfBand > 0)
        {
            _ = CorrectUntil(ref bits, block, k, 64);
            _endOfBand--;
        }
    }

    /// <summary>Corrects coefficients from <paramref name="k"/> on; returns the place of the zero that has <paramref name="zeros"/> zeros before it.</summary>
    private readonly int CorrectUntil(ref JpegBitReader bits, Span<short> block, int k, int zeros)
    {
        int bit = 1 << _scan.Low;
        for (; k <= _scan.Last; k++)
        {
            ref short coefficient = ref block[JpegTables.ZigZag[k]];
            if (coefficient == 0)
            {
                if (zeros-- == 0)
                {
                    break;
                }
            }
            else if (bits.Bits(1) != 0 && (coefficient & bit) == 0)
            {
                coefficient += (short)(coefficient > 0 ? bit : -bit);
            }
        }

        return k;
    }

    private static int EndOfBand(ref JpegBitReader bits, int run) => run == 0 ? 1 : (1 << run) + bits.Bits(run);

    /// <summary>Beyond the end of the data the substituted zeros may point anywhere; the caller then discards the block.</summary>
    private static int InBand(int k, int last, in JpegBitReader bits)
    {
        if (k <= last)
        {
            return k;
        }

        return bits.Overrun ? last : throw bits.Bad("a coefficient inside the scan's band", "one beyond it");
    }
}
