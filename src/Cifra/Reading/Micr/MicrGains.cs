namespace Cifra.Reading.Micr;

/// <summary>What each character of a font, laid over a strip at each column, explains of its ink.</summary>
internal abstract class MicrGains
{
    /// <summary>[symbol][column] how much less ink is left unexplained than if paper were there: the sum of its squares.</summary>
    public required float[][] Of { get; init; }

    /// <summary>[columns + 1] the sum of the squares of all ink before each column.</summary>
    public required double[] InkBefore { get; init; }

    /// <summary>What a character must gain at least, as a part of the most it can.</summary>
    public abstract float Least { get; }

    /// <summary>The same of one that stands alone at an end of the line.</summary>
    public abstract float LeastAlone { get; }

    /// <summary>The most that a character can gain at a column.</summary>
    public abstract float Most(int symbol, int column);

    /// <summary>How many times as likely, as a power of e, a character is for each unit of gain.</summary>
    public abstract double Certainty(int column);

    /// <summary>The row of the strip at which a character lies best.</summary>
    public abstract double Row(int symbol, int column);

    /// <summary>The gains of a font's characters.</summary>
    public static MicrGains For(MicrStrip strip, MicrRaster raster) =>
        raster.Face.Font == MicrFont.E13B ? TemplateGains.For(strip, raster) : BarGains.For(strip, raster);
}
