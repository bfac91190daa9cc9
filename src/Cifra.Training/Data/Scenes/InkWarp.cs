using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>Enlarges the ink of a digit and changes its form on the way: turned, slanted, stretched, bent, thicker or thinner.</summary>
internal sealed record InkWarp
{
    /// <summary>Ragged edges change at most so often along a digit's height.</summary>
    private const int Steps = 28;

    private const int Bands = 4;

    /// <summary>Height of the digit, before it is turned, in pixels.</summary>
    public required float Height { get; init; }

    /// <summary>Width of the digit, before it is turned, in pixels.</summary>
    public required float Width { get; init; }

    /// <summary>Turn in radians, clockwise.</summary>
    public float Turn { get; init; }

    /// <summary>How far the foot is behind the top, in heights.</summary>
    public float Slant { get; init; }

    /// <summary>How much broader the foot is than the middle, as a share.</summary>
    public float Taper { get; init; }

    /// <summary>How far the middle sways aside, in widths.</summary>
    public float Bow { get; init; }

    /// <summary>Level of the strokes' edge as a share of full ink: a lower one makes thicker strokes.</summary>
    public float Edge { get; init; } = 0.5f;

    /// <summary>How steep edges are; 0 leaves the levels alone.</summary>
    public float Steepness { get; init; }

    /// <summary>How far the edge's level wavers from place to place.</summary>
    public float Raggedness { get; init; }

    /// <summary>The changed ink, in a picture with little room around it.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="box">The box around its ink, not empty.</param>
    /// <param name="random">Decides where edges are ragged.</param>
    public GrayImage Apply(GrayImage ink, PixelBox box, SeededRandom random)
    {
        float cos = MathF.Cos(Turn);
        float sin = MathF.Sin(Turn);
        float halfWidth = (Width * (0.5f + (0.5f * MathF.Abs(Taper)) + MathF.Abs(Bow))) + (0.5f * MathF.Abs(Slant) * Height);
        float acrossHalf = (halfWidth * MathF.Abs(cos)) + (0.5f * Height * MathF.Abs(sin)) + 2;
        float downHalf = (halfWidth * MathF.Abs(sin)) + (0.5f * Height * MathF.Abs(cos)) + 2;
        var result = new GrayImage((int)(2 * acrossHalf), (int)(2 * downHalf));

        Span<float> edges = stackalloc float[Steps * Bands];
        foreach (ref float edge in edges)
        {
            edge = 255 * (Edge + (Raggedness * random.NextSingle(-1, 1)));
        }

        float scaleX = box.Width / Width;
        float scaleY = box.Height / Height;
        float middleX = box.X + (0.5f * box.Width) - 0.5f;
        float middleY = box.Y + (0.5f * box.Height) - 0.5f;
        for (int y = 0; y < result.Height; y++)
        {
            float dy = y + 0.5f - (0.5f * result.Height);
            float v = dy * cos / Height; // about -½ at the top to ½ at the foot
            float narrower = 1 / (1 + (2 * Taper * v));
            float aside = (Slant * Height * v) + (Bow * Width * ((4 * v * v) - 0.5f));
            ReadOnlySpan<float> rowEdges = edges.Slice(Math.Min(Steps - 1, y * Steps / result.Height) * Bands, Bands);
            Span<byte> to = result.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                float dx = x + 0.5f - (0.5f * result.Width);
                float u = ((dx * cos) + (dy * sin) + aside) * narrower;
                float w = (dy * cos) - (dx * sin);
                float level = Sample(ink, middleX + (u * scaleX), middleY + (w * scaleY));
                to[x] = Steepness > 0 ? Sharpen(level, rowEdges[x * Bands / to.Length]) : (byte)(level + 0.5f);
            }
        }

        return result;
    }

    private byte Sharpen(float level, float edge) =>
        level <= 0 ? (byte)0 : (byte)Math.Clamp(127.5f + ((level - edge) * Steepness), 0, 255);

    private static float Sample(GrayImage picture, float x, float y)
    {
        int column = (int)MathF.Floor(x);
        int row = (int)MathF.Floor(y);
        if (column < -1 || row < -1 || column >= picture.Width || row >= picture.Height)
        {
            return 0;
        }

        float right = x - column;
        float below = y - row;
        float upper = (At(picture, column, row) * (1 - right)) + (At(picture, column + 1, row) * right);
        float lower = (At(picture, column, row + 1) * (1 - right)) + (At(picture, column + 1, row + 1) * right);
        return (upper * (1 - below)) + (lower * below);
    }

    private static float At(GrayImage picture, int x, int y) =>
        (uint)x < picture.Width && (uint)y < picture.Height ? picture.Pixels[(y * picture.Width) + x] : 0;
}
