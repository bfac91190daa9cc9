using Cifra.Data.Lines;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Numerics;

namespace Cifra.Training.Lines;

/// <summary>Cache of composed lines that are used in several epochs, each time in another order and at another position.</summary>
/// <remarks>The line at each place of an epoch depends on seed, epoch and place alone, so that a resumed training sees the same lines.</remarks>
internal sealed class LineSampleCache
{
    private const long OrderKey = 22;
    private const long PlaceKey = 23;

    private readonly ILineSource _source;
    private readonly int _width;
    private readonly int _uses;
    private readonly long _seed;
    private readonly (GrayImage Picture, string Text)?[] _lines;
    private readonly int[] _order;
    private int _epoch = -1;

    /// <summary>An empty cache.</summary>
    /// <param name="source">Composes them.</param>
    /// <param name="count">Lines of an epoch.</param>
    /// <param name="width">Columns of a line's picture.</param>
    /// <param name="uses">Epochs that a line is used in; 1 caches none.</param>
    /// <param name="seed">Names the run.</param>
    public LineSampleCache(ILineSource source, int count, int width, int uses, long seed)
    {
        _source = source;
        _width = width;
        _uses = uses;
        _seed = seed;
        _lines = new (GrayImage Picture, string Text)?[uses > 1 ? count : 0];
        _order = [.. Enumerable.Range(0, count)];
    }

    /// <summary>Begins an epoch: lines that were used often enough are removed, the others get another order. No line may be taken meanwhile.</summary>
    public void Begin(int epoch)
    {
        bool begun = epoch == _epoch;
        bool served = _epoch < 0 || epoch / _uses != _epoch / _uses;
        _epoch = epoch;
        if (begun || _uses == 1)
        {
            return; // lines that are all new need no order
        }

        if (served)
        {
            Array.Clear(_lines);
        }

        new SeededRandom(OrderKey, _seed, epoch).Order(_order);
    }

    /// <summary>Takes the line at a place of the epoch's order. Safe for several threads at once, each with another place.</summary>
    /// <param name="place">0 to the number of lines - 1.</param>
    /// <param name="picture">[32 x width] receives what the network sees.</param>
    /// <returns>Its text.</returns>
    public string Take(int place, Span<byte> picture)
    {
        int line = _order[place];
        if (_uses == 1)
        {
            return _source.Draw(picture, _seed, _epoch, line);
        }

        if (_lines[line] is not { } kept)
        {
            var drawn = new GrayImage(_width, LineNormalizer.Height);
            kept = (drawn, _source.Draw(drawn.Pixels, _seed, _epoch / _uses, line));
            _lines[line] = kept;
        }

        Put(kept.Picture, picture, new SeededRandom(PlaceKey, _seed, _epoch, line));
        return kept.Text;
    }

    // The picture with its ink anywhere between the sides.
    private void Put(GrayImage from, Span<byte> to, SeededRandom random)
    {
        PixelBox ink = PixelBox.AroundInk(from);
        int at = random.Next(_width - ink.Width + 1);
        to.Clear();
        for (int y = ink.Y; y < ink.Bottom; y++)
        {
            from.Row(y).Slice(ink.X, ink.Width).CopyTo(to[((y * _width) + at)..]);
        }
    }
}
