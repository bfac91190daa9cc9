using System.Runtime.InteropServices;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Turns the stored rows of a picture upright by the Exif orientation.</summary>
internal sealed class OrientedPixels
{
    private readonly byte[] _rgba;
    private readonly int _width;
    private readonly int _height;
    private readonly int _seenWidth;
    private readonly int _orientation;

    /// <summary>Allocates a picture of <paramref name="width"/> by <paramref name="height"/> stored pixels.</summary>
    /// <param name="width">Pixels in a stored row.</param>
    /// <param name="height">Stored rows.</param>
    /// <param name="orientation">1 to 8 as Exif numbers them: where the stored picture's top and left edges are when it is seen.</param>
    public OrientedPixels(int width, int height, int orientation)
    {
        _width = width;
        _height = height;
        _orientation = orientation;
        _seenWidth = orientation > 4 ? height : width;
        _rgba = new byte[4 * width * height];
    }

    public void WriteRow(int y, ReadOnlySpan<byte> rgba)
    {
        Span<uint> to = MemoryMarshal.Cast<byte, uint>(_rgba.AsSpan());
        ReadOnlySpan<uint> from = MemoryMarshal.Cast<byte, uint>(rgba);
        int right = _width - 1;
        int up = _height - 1 - y;
        // Where the row's first pixel goes, and how far it is from each to the next.
        (int at, int step) = _orientation switch
        {
            2 => ((y * _seenWidth) + right, -1),
            3 => ((up * _seenWidth) + right, -1),
            4 => (up * _seenWidth, 1),
            5 => (y, _seenWidth),
            6 => (up, _seenWidth),
            7 => ((right * _seenWidth) + up, -_seenWidth),
            8 => ((right * _seenWidth) + y, -_seenWidth),
            _ => (y * _seenWidth, 1),
        };

        if (step == 1)
        {
            from.CopyTo(to[at..]);
            return;
        }

        foreach (uint pixel in from)
        {
            to[at] = pixel;
            at += step;
        }
    }

    public ColorImage ToImage() => new(_seenWidth, _orientation > 4 ? _width : _height, _rgba);
}
