using Cifra.Imaging;
using Cifra.Imaging.Ink;

namespace Cifra.Reading.Lines;

/// <summary>One line of a picture and how it was read, as reports show it.</summary>
public sealed class LineView
{
    private LineView(PixelBox box, LineReading reading)
    {
        Box = box;
        Reading = reading;
    }

    /// <summary>Where the line is, in pixels of the picture as it was given.</summary>
    public PixelBox Box { get; }

    internal LineReading Reading { get; }

    internal static LineView Of(LineReading reading, TextLine line, PictureInk ink)
    {
        double fall = line.Slope * (line.Right - line.Left);
        int top = (int)(line.Top + Math.Min(0, fall));
        int bottom = (int)Math.Ceiling(line.Bottom + Math.Max(0, fall));
        var box = new PixelBox((int)line.Left, top, Math.Max(1, (int)Math.Ceiling(line.Right) - (int)line.Left), Math.Max(1, bottom - top));
        return new LineView(ink.InGiven(box), reading);
    }
}
