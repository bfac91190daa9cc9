namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Delivers the rows of one channel at the width and height of the picture.</summary>
/// <remarks>
/// A channel of half the size is interpolated: a sample of the picture is three parts of the sample that it lies in and one part of
/// the next nearest, in each direction that is halved. The roundings, which alternate so that no level is favoured, are
/// those of the accurate decoders. Every other ratio repeats the sample that the pixel lies in.
/// </remarks>
internal sealed class JpegUpsampler
{
    private readonly JpegComponent _component;
    private readonly int _maxVertical;
    private readonly bool _doublesWidth;
    private readonly bool _doublesHeight;
    private readonly int[]? _columns; // the sample that each pixel takes, where neither the width fits nor is interpolated
    private readonly byte[] _row;

    public JpegUpsampler(JpegComponent component, JpegFrame frame)
    {
        _component = component;
        _maxVertical = frame.MaxVertical;
        bool halfWidth = 2 * component.Horizontal == frame.MaxHorizontal;
        bool fullWidth = component.Horizontal == frame.MaxHorizontal;
        bool halfHeight = 2 * component.Vertical == frame.MaxVertical;
        bool fullHeight = component.Vertical == frame.MaxVertical;

        // Two samples or fewer have no inner one to interpolate: the accurate decoders repeat them.
        _doublesWidth = halfWidth && (fullHeight || halfHeight) && component.Width > 2;
        _doublesHeight = halfHeight && (fullWidth || _doublesWidth);
        _row = new byte[Math.Max(frame.Width, 2 * component.Width)];
        if (!fullWidth && !_doublesWidth)
        {
            _columns = new int[frame.Width];
            for (int x = 0; x < _columns.Length; x++)
            {
                _columns[x] = x * component.Horizontal / frame.MaxHorizontal;
            }
        }
    }

    /// <summary>Row <paramref name="y"/> of the picture; valid until the next call.</summary>
    public ReadOnlySpan<byte> Row(int y)
    {
        if (_doublesHeight)
        {
            int near = y / 2;
            int far = Math.Clamp((y & 1) == 0 ? near - 1 : near + 1, 0, _component.Height - 1);
            if (_doublesWidth)
            {
                DoubleBoth(Samples(near), Samples(far), _row);
            }
            else
            {
                DoubleHeight(Samples(near), Samples(far), 1 + (y & 1), _row);
            }

            return _row;
        }

        ReadOnlySpan<byte> samples = Samples(y * _component.Vertical / _maxVertical);
        if (_doublesWidth)
        {
            DoubleWidth(samples, _row);
            return _row;
        }

        if (_columns is null)
        {
            return samples;
        }

        for (int x = 0; x < _columns.Length; x++)
        {
            _row[x] = samples[_columns[x]];
        }

        return _row;
    }

    private ReadOnlySpan<byte> Samples(int row) => _component.Samples.AsSpan(row * _component.Stride, _component.Width);

    private static void DoubleHeight(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, int rounding, Span<byte> to)
    {
        for (int x = 0; x < near.Length; x++)
        {
            to[x] = (byte)(((3 * near[x]) + far[x] + rounding) >> 2);
        }
    }

    private static void DoubleWidth(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int before = from[0];
        int here = before;
        for (int x = 0; x < from.Length; x++)
        {
            int after = from[Math.Min(x + 1, from.Length - 1)];
            to[2 * x] = (byte)(((3 * here) + before + 1) >> 2);
            to[(2 * x) + 1] = (byte)(((3 * here) + after + 2) >> 2);
            before = here;
            here = after;
        }
    }

    private static void DoubleBoth(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<byte> to)
    {
        far = far[..near.Length];
        to = to[..(2 * near.Length)];
        int before = (3 * near[0]) + far[0];
        int here = before;
        for (int x = 0; x < near.Length; x++)
        {
            int next = Math.Min(x + 1, near.Length - 1);
            int after = (3 * near[next]) + far[next];
            to[2 * x] = (byte)(((3 * here) + before + 8) >> 4);
            to[(2 * x) + 1] = (byte)(((3 * here) + after + 7) >> 4);
            before = here;
            here = after;
        }
    }
}
