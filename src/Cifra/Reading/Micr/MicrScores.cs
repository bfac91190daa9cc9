namespace Cifra.Reading.Micr;

/// <summary>The matching scores of a font's characters on a strip: how much of its ink each of them explains at each column.</summary>
internal abstract class MicrScores
{
    /// <summary>
    /// [symbol][column] by how much a character lowers the energy (sum of squares) of the ink that is left unexplained; negative where it raises it.
    /// </summary>
    public required float[][] Of { get; init; }

    /// <summary>[columns + 1] the energy of all ink before each column.</summary>
    public required double[] EnergyBefore { get; init; }

    /// <summary>Least score of a character, as a part of <see cref="Max"/>.</summary>
    public abstract float MinPart { get; }

    /// <summary>The same of a character that stands apart at an end of the line.</summary>
    public abstract float MinPartApart { get; }

    /// <summary>The greatest score that a character can have at a column.</summary>
    public abstract float Max(int symbol, int column);

    /// <summary>Log-odds of two characters for each unit that their scores differ by.</summary>
    public abstract double LogOdds(int column);

    /// <summary>The row of the strip at which a character fits best.</summary>
    public abstract double Row(int symbol, int column);

    /// <summary>The scores of the raster's font.</summary>
    public static MicrScores For(MicrStrip strip, MicrRaster raster) =>
        raster.Face.Font == MicrFont.E13B ? E13BScores.For(strip, raster) : Cmc7Scores.For(strip, raster);
}
