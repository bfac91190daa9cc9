using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Parts of a digit that are certainly no digit.</summary>
/// <remarks>
/// Most halves will not do: the lower half of a 1, 4, 7 or 9 is a 1, so are both sides of a narrow 0; half an 8 is a 0 or a 3; the upper half of a 2 or
/// 3 may be a 7, the right half of a 3 is a 3; the lower part of a 6 or an 8 and the upper part of a 9 are a flat 0, the top of a 7 is a flat 7. What is
/// taken is in <see cref="Cuts"/>, each with the shape that it must have.
/// </remarks>
internal static class DigitPieces
{
    /// <summary>Nothing of a digit is a digit that is so much wider than high.</summary>
    private const float Flat = 1.7f;

    /// <summary>What may be cut out.</summary>
    internal static readonly Cut[] Cuts =
    [
        new("arch", "0", 0, 0, 0, 0, 1, 1, 0.42f, 0.5f, 1.25f),
        new("bowl", "0", 0, 0, 0.5f, 0.58f, 1, 1, 1, 1, 1.25f),
        new("two sides", "0", 0, 0, 0.28f, 0.38f, 1, 1, 0.62f, 0.72f, 1.25f, true),
        new("waist", "8", 0, 0, 0.3f, 0.36f, 1, 1, 0.64f, 0.7f, 1.15f),
        new("left ends", "3", 0, 0, 0, 0, 0.36f, 0.46f, 1, 1, 0, true),
        new("flag", "5", 0, 0, 0, 0, 1, 1, 0.26f, 0.33f, 1.2f),
        new("foot", "2", 0, 0, 0.66f, 0.78f, 1, 1, 1, 1, Flat),
        new("top", "05", 0, 0, 0, 0, 1, 1, 0.2f, 0.32f, Flat),
        new("bottom", "035", 0, 0, 0.68f, 0.8f, 1, 1, 1, 1, Flat),
    ];

    private const int Tries = 40;

    /// <summary>One piece.</summary>
    public static void Paint(SeededRandom random, DigitSet digits, Span<byte> picture)
    {
        GrayImage? piece = null;
        for (int i = 0; i < Tries && piece is null; i++)
        {
            Cut cut = Cuts[random.Next(Cuts.Length)];
            piece = cut.From(DigitPick.Ink(digits, cut.Digits, random, out _), random);
        }

        if (piece is null)
        {
            throw new ArgumentException($"In '{digits.Name}' there are hardly any digits with pieces that are no digits.", nameof(digits));
        }

        // Digits are small: without some stretching there would be few different pieces of each.
        int width = (int)(piece.Width * random.NextSingle(2, 2.6f));
        NonDigitDegradation.Normalize(Resample.Bilinear(piece, width, piece.Height * 2), random, picture);
    }

    /// <summary>A window in a digit's box, each side of it between two shares of the box.</summary>
    /// <param name="Name">What is seen through it.</param>
    /// <param name="Digits">The digits it is for.</param>
    /// <param name="LeftFrom">Least share of the width that is cut off at the left.</param>
    /// <param name="LeftTo">Most of it.</param>
    /// <param name="TopFrom">Least share of the height that is cut off at the top.</param>
    /// <param name="TopTo">Most of it.</param>
    /// <param name="RightFrom">Where the window ends at the right, at least.</param>
    /// <param name="RightTo">At most.</param>
    /// <param name="BottomFrom">Where it ends below, at least.</param>
    /// <param name="BottomTo">At most.</param>
    /// <param name="LeastAspect">The ink seen through it must be this many times as wide as high; 0 for any.</param>
    /// <param name="Parted">Whether a row or column without ink must part it.</param>
    internal sealed record Cut(
        string Name, string Digits, float LeftFrom, float LeftTo, float TopFrom, float TopTo, float RightFrom, float RightTo, float BottomFrom, float BottomTo,
        float LeastAspect, bool Parted = false)
    {
        /// <summary>The piece, or null where it has not the shape it must have.</summary>
        public GrayImage? From(GrayImage ink, SeededRandom random)
        {
            int left = (int)(ink.Width * random.NextSingle(LeftFrom, LeftTo));
            int top = (int)(ink.Height * random.NextSingle(TopFrom, TopTo));
            int right = (int)MathF.Ceiling(ink.Width * random.NextSingle(RightFrom, RightTo));
            int bottom = (int)MathF.Ceiling(ink.Height * random.NextSingle(BottomFrom, BottomTo));
            var window = new PixelBox(left, top, right - left, bottom - top);
            if (window.IsEmpty)
            {
                return null;
            }

            GrayImage piece = window.CutFrom(ink);
            PixelBox box = PixelBox.AroundInk(piece);
            return box.IsEmpty || box.Width < LeastAspect * box.Height || (Parted && !IsParted(box.CutFrom(piece))) ? null : piece;
        }

        private static bool IsParted(GrayImage piece)
        {
            Span<bool> columns = stackalloc bool[piece.Width];
            bool parted = false;
            for (int y = 0; y < piece.Height; y++)
            {
                ReadOnlySpan<byte> row = piece.Row(y);
                parted |= !row.ContainsAnyExcept((byte)0);
                for (int x = 0; x < row.Length; x++)
                {
                    columns[x] |= row[x] > 0;
                }
            }

            return parted || columns.Contains(false);
        }
    }
}
