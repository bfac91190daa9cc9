namespace Cifra.Imaging;

/// <summary>A rectangle of whole pixels.</summary>
/// <param name="X">Leftmost column.</param>
/// <param name="Y">Topmost row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>The first column to the right of the box.</summary>
    public int Right => X + Width;

    /// <summary>The first row below the box.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether the box holds no pixel.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The smallest box that contains this one and <paramref name="other"/>. An empty box adds nothing.</summary>
    public PixelBox Union(PixelBox other)
    {
        if (IsEmpty)
        {
            return other;
        }

        if (other.IsEmpty)
        {
            return this;
        }

        int left = Math.Min(X, other.X);
        int top = Math.Min(Y, other.Y);
        return new PixelBox(left, top, Math.Max(Right, other.Right) - left, Math.Max(Bottom, other.Bottom) - top);
    }

    /// <summary>The smallest box around all pixels above 0; an empty box if there are none.</summary>
    public static PixelBox AroundInk(GrayImage ink)
    {
        ArgumentNullException.ThrowIfNull(ink);
        int left = ink.Width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> row = ink.Row(y);
            int first = row.IndexOfAnyExcept((byte)0);
            if (first < 0)
            {
                continue;
            }

            left = Math.Min(left, first);
            right = Math.Max(right, row.LastIndexOfAnyExcept((byte)0));
            top = top < 0 ? y : top;
            bottom = y;
        }

        return right < 0 ? default : new PixelBox(left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>A copy of this part of <paramref name="picture"/>.</summary>
    /// <exception cref="ArgumentException">The box is empty or reaches out of the picture.</exception>
    public GrayImage CutFrom(GrayImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (IsEmpty || X < 0 || Y < 0 || Right > picture.Width || Bottom > picture.Height)
        {
            throw new ArgumentException($"{this} does not lie in a picture of {picture.Width}x{picture.Height}.", nameof(picture));
        }

        var part = new GrayImage(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            picture.Row(Y + y).Slice(X, Width).CopyTo(part.Row(y));
        }

        return part;
    }
}
