using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Takes the ink off an evened picture cell by cell, each by its own levels: faint pencil beside black print.</summary>
internal static class CellSeparation
{
    /// <summary>Next to its borders, so far as a part of a cell's shorter side, a cell's ink is not asked how dark ink is: lines are printed there.</summary>
    private const double BesideLines = 0.12;

    /// <summary>The ink of a picture from <see cref="EvenLight"/>, and the levels of each cell; null for a cell in which nothing stands out.</summary>
    /// <param name="stage">Dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    /// <param name="cells">Its cells, which fill the picture together with their margin.</param>
    /// <param name="keepFaint">Whether ink begins just above the paper's grain, so that the faint ends of strokes stay.</param>
    public static (Step Step, InkLevels?[,] Levels) Apply(Stage stage, InkCells cells, bool keepFaint)
    {
        var levels = new InkLevels?[cells.Rows, cells.Columns];
        int inked = 0;
        for (int row = 0; row < cells.Rows; row++)
        {
            for (int column = 0; column < cells.Columns; column++)
            {
                levels[row, column] = LevelsOf(stage.Picture, cells, cells.Cell(row, column), keepFaint);
                inked += levels[row, column] is null ? 0 : 1;
            }
        }

        var ink = new GrayImage(stage.Picture.Width, stage.Picture.Height);
        for (int row = 0; row < cells.Rows; row++)
        {
            for (int column = 0; column < cells.Columns; column++)
            {
                // An empty cell keeps what the neighbours' ink leaves in it, by their levels.
                if ((levels[row, column] ?? Neighbour(levels, row, column)) is { } own)
                {
                    Stretch(stage.Picture, ink, cells.WithMargin(row, column), own);
                }
            }
        }

        return (Step.Taken(stage.Showing(ink), $"each cell by its own levels: ink stands out of the paper in {inked} of {levels.Length}"), levels);
    }

    private static InkLevels? Neighbour(InkLevels?[,] levels, int row, int column)
    {
        for (int y = Math.Max(0, row - 1); y <= Math.Min(levels.GetLength(0) - 1, row + 1); y++)
        {
            for (int x = Math.Max(0, column - 1); x <= Math.Min(levels.GetLength(1) - 1, column + 1); x++)
            {
                if (levels[y, x] is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static InkLevels? LevelsOf(GrayImage even, InkCells cells, PixelBox cell, bool keepFaint)
    {
        int beside = (int)(BesideLines * cells.ShorterSide);
        int[] histogram = new int[InkLevels.Bins];
        for (int y = cell.Y + beside; y < cell.Bottom - beside; y++)
        {
            foreach (byte level in even.Row(y)[(cell.X + beside)..(cell.Right - beside)])
            {
                histogram[InkLevels.Bin(EvenLight.Absorption(level))]++;
            }
        }

        return InkLevels.Find(histogram, keepFaint);
    }

    private static void Stretch(GrayImage even, GrayImage ink, PixelBox area, InkLevels levels)
    {
        for (int y = area.Y; y < area.Bottom; y++)
        {
            ReadOnlySpan<byte> from = even.Row(y);
            Span<byte> to = ink.Row(y);
            for (int x = area.X; x < area.Right; x++)
            {
                to[x] = levels.Stretch(EvenLight.Absorption(from[x]));
            }
        }
    }
}
