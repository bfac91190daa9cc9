using Cifra.Imaging;

namespace Cifra.Data.Lines;

/// <summary>The ink of one symbol, cut close, and where it stands on its line.</summary>
/// <param name="Ink">Bright ink on black, no empty row or column at its edges.</param>
/// <param name="Foot">Rows from the baseline down to the ink's last row; below 0 above the baseline.</param>
internal sealed record SymbolInk(GrayImage Ink, float Foot)
{
    /// <summary>Cuts the ink out of a sheet whose baseline is at a row; null where there is none.</summary>
    public static SymbolInk? Cut(GrayImage sheet, float baseline)
    {
        PixelBox box = PixelBox.AroundInk(sheet);
        return box.IsEmpty ? null : new SymbolInk(box.CutFrom(sheet), box.Bottom - baseline);
    }

    /// <summary>The same standing on the baseline, or a little beside it.</summary>
    public static SymbolInk? Standing(GrayImage sheet, float foot)
    {
        PixelBox box = PixelBox.AroundInk(sheet);
        return box.IsEmpty ? null : new SymbolInk(box.CutFrom(sheet), foot);
    }

    /// <summary>Lays the ink over a canvas, its first column and row at a place; where ink is already the darker counts, what reaches out is lost.</summary>
    public void Lay(GrayImage canvas, int x, int top)
    {
        for (int y = Math.Max(0, -top); y < Ink.Height && top + y < canvas.Height; y++)
        {
            ReadOnlySpan<byte> from = Ink.Row(y);
            Span<byte> to = canvas.Row(top + y);
            for (int u = Math.Max(0, -x); u < from.Length && x + u < to.Length; u++)
            {
                to[x + u] = Math.Max(to[x + u], from[u]);
            }
        }
    }
}
