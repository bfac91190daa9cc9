namespace Cifra.Data.Lines;

/// <summary>Composes lines to learn from. The same key gives the same line, whatever the thread and the order; an object serves all threads.</summary>
internal interface ILineSource
{
    /// <summary>Draws a line.</summary>
    /// <param name="picture">[32 x width] receives what the network sees.</param>
    /// <param name="seed">Names the run.</param>
    /// <param name="epoch">Names the pass.</param>
    /// <param name="index">Names the line.</param>
    /// <returns>What it says.</returns>
    string Draw(Span<byte> picture, long seed, long epoch, long index);
}
