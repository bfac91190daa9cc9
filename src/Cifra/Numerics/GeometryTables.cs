namespace Cifra.Numerics;

/// <summary>Tables of offsets for <see cref="IndirectProduct"/>.</summary>
internal static class GeometryTables
{
    /// <summary>Offsets of a grid of planes, rows and columns, columns fastest.</summary>
    public static int[] Grid(int planes, int rows, int columns, int planeStep, int rowStep, int columnStep)
    {
        int[] offsets = new int[checked(planes * rows * columns)];
        for (int p = 0, at = 0; p < planes; p++)
        {
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++, at++)
                {
                    offsets[at] = (p * planeStep) + (r * rowStep) + (c * columnStep);
                }
            }
        }

        return offsets;
    }
}
