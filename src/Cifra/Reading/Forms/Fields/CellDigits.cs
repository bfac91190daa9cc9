using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Reading.Forms.Fields;

/// <summary>Finds the ink of the one digit that each cell of a field may hold.</summary>
internal static class CellDigits
{
    private static readonly CellDigitsOptions Options = CellDigitsOptions.Default;

    /// <summary>The ink of each cell, row by row; null for an empty cell.</summary>
    /// <param name="ink">The field's ink, bright on black, without printed lines.</param>
    /// <param name="patch">The field, which knows where its cells are.</param>
    public static CellDigit?[] Find(GrayImage ink, FieldPatch patch)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink, DigitIsolator.Least);
        int[] owners = Owners(components, patch);
        var digits = new CellDigit?[patch.Rows * patch.Columns];
        for (int cell = 0; cell < digits.Length; cell++)
        {
            digits[cell] = Of(ink, components, owners, patch, cell);
        }

        return digits;
    }

    // For each component, the cell that holds most of its pixels.
    private static int[] Owners(ConnectedComponents components, FieldPatch patch)
    {
        var counts = new Dictionary<(int Label, int Cell), int>();
        for (int y = 0; y < components.Height; y++)
        {
            int row = Math.Clamp((y - patch.Margin) / patch.CellHeight, 0, patch.Rows - 1);
            for (int x = 0; x < components.Width; x++)
            {
                int label = components.Labels[(y * components.Width) + x];
                if (label != 0)
                {
                    (int, int) key = (label, (row * patch.Columns) + Math.Clamp((x - patch.Margin) / patch.CellWidth, 0, patch.Columns - 1));
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        int[] owners = new int[components.All.Count];
        int[] most = new int[owners.Length];
        foreach (((int label, int cell), int count) in counts)
        {
            if (count > most[label - 1])
            {
                (owners[label - 1], most[label - 1]) = (cell, count);
            }
        }

        return owners;
    }

    private static CellDigit? Of(GrayImage ink, ConnectedComponents components, int[] owners, FieldPatch patch, int cell)
    {
        PixelBox box = patch.Cell(cell / patch.Columns, cell % patch.Columns);
        int reachX = (int)(Options.Overshoot * box.Width);
        int reachY = (int)(Options.Overshoot * box.Height);
        int left = Math.Max(0, box.X - reachX);
        int top = Math.Max(0, box.Y - reachY);
        var area = new PixelBox(left, top, Math.Min(ink.Width, box.Right + reachX) - left, Math.Min(ink.Height, box.Bottom + reachY) - top);
        var pieces = new Dictionary<int, (PixelBox Box, int Area)>();
        var part = new GrayImage(area.Width, area.Height);
        for (int y = area.Y; y < area.Bottom; y++)
        {
            for (int x = area.X; x < area.Right; x++)
            {
                int label = components.Labels[(y * components.Width) + x];
                bool inside = x >= box.X && y >= box.Y && x < box.Right && y < box.Bottom;
                if (label != 0 && (inside || owners[label - 1] == cell))
                {
                    part[x - area.X, y - area.Y] = ink[x, y];
                    (PixelBox known, int count) = pieces.GetValueOrDefault(label);
                    pieces[label] = (known.Union(new PixelBox(x, y, 1, 1)), count + 1);
                }
            }
        }

        int rim = Math.Max(1, (int)(Options.Rim * Math.Min(box.Width, box.Height)));
        var inner = new PixelBox(box.X + rim, box.Y + rim, box.Width - (2 * rim), box.Height - (2 * rim));
        HashSet<int> kept = [.. pieces.Where(piece => Overlaps(piece.Value.Box, inner)).Select(piece => piece.Key)];
        int largest = kept.Count == 0 ? 0 : kept.Max(label => pieces[label].Area);
        kept.RemoveWhere(label => pieces[label].Area < Options.SpeckArea * largest);
        PixelBox around = kept.Aggregate(default(PixelBox), (sum, label) => sum.Union(pieces[label].Box));
        if (kept.Count == 0 || Math.Max(around.Width, around.Height) < Options.LeastSize * box.Height)
        {
            return null;
        }

        for (int y = 0; y < part.Height; y++)
        {
            for (int x = 0; x < part.Width; x++)
            {
                if (!kept.Contains(components.Labels[((y + area.Y) * components.Width) + x + area.X]))
                {
                    part[x, y] = 0;
                }
            }
        }

        bool crowded = kept.Count > 1 && kept.All(label => pieces[label].Box.Height <= Options.NotesHeight * box.Height);
        return new CellDigit(cell, around, part) { IsCrowded = crowded };
    }

    private static bool Overlaps(PixelBox a, PixelBox b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;
}
