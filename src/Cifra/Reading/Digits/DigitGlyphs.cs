using Cifra.Imaging;

namespace Cifra.Reading.Digits;

/// <summary>Digits, capitals, the signs between digits and a question mark in dots, 5 wide and 7 high, for writing into pictures.</summary>
internal static class DigitGlyphs
{
    /// <summary>Dots in a row.</summary>
    public const int Width = 5;

    /// <summary>Rows of dots.</summary>
    public const int Height = 7;

    /// <summary>Dots from one glyph's left edge to the next one's.</summary>
    public const int Pitch = Width + 1;

    private const string Known = "0123456789?.,-/:ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // Row after row from the top; the highest of five bits is the leftmost dot.
    private static readonly byte[][] Rows =
    [
        [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
        [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
        [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
        [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
        [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
        [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b00100, 0b00000, 0b00100],
        [0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b01100, 0b01100],
        [0b00000, 0b00000, 0b00000, 0b00000, 0b01100, 0b00100, 0b01000],
        [0b00000, 0b00000, 0b00000, 0b01110, 0b00000, 0b00000, 0b00000],
        [0b00001, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b10000],
        [0b00000, 0b01100, 0b01100, 0b00000, 0b01100, 0b01100, 0b00000],
        [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110],
        [0b01110, 0b10001, 0b10000, 0b10000, 0b10000, 0b10001, 0b01110],
        [0b11100, 0b10010, 0b10001, 0b10001, 0b10001, 0b10010, 0b11100],
        [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
        [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000],
        [0b01110, 0b10001, 0b10000, 0b10111, 0b10001, 0b10001, 0b01111],
        [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        [0b00111, 0b00010, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100],
        [0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001],
        [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
        [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001],
        [0b10001, 0b11001, 0b10101, 0b10101, 0b10011, 0b10001, 0b10001],
        [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        [0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000, 0b10000],
        [0b01110, 0b10001, 0b10001, 0b10001, 0b10101, 0b10010, 0b01101],
        [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001],
        [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
        [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
        [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01010, 0b00100],
        [0b10001, 0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001],
        [0b10001, 0b10001, 0b01010, 0b00100, 0b01010, 0b10001, 0b10001],
        [0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100],
        [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b11111],
    ];

    /// <summary>Whether a glyph has ink at a dot; what is none of them has none.</summary>
    public static bool HasDot(char glyph, int x, int y) =>
        Known.IndexOf(glyph, StringComparison.Ordinal) is >= 0 and int known && (Rows[known][y] >> (Width - 1 - x) & 1) != 0;

    /// <summary>The box that a text takes, each dot <paramref name="dot"/> pixels wide.</summary>
    public static PixelBox Measure(string text, int x, int y, int dot) => new(x, y, ((text.Length * Pitch) - 1) * dot, Height * dot);
}
