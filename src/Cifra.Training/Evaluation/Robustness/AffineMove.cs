using Cifra.Network;

namespace Cifra.Evaluation.Robustness;

/// <summary>Moves a picture about its middle: each new pixel looks up where it came from, mixed from the four nearest by distance.</summary>
/// <remarks>
/// The warp of training pictures does the same sums but is not used here: what a card measures must not change when trainings do.
/// What lies outside is paper.
/// </remarks>
/// <param name="XX">Pixels across in the old picture for one across in the new.</param>
/// <param name="XY">Pixels across in the old picture for one down in the new.</param>
/// <param name="YX">Pixels down in the old picture for one across in the new.</param>
/// <param name="YY">Pixels down in the old picture for one down in the new.</param>
internal readonly record struct AffineMove(double XX, double XY, double YX, double YY)
{
    private const int Side = DigitInput.Side;
    private const double Middle = (Side - 1) / 2.0;

    public void Apply(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                double dx = x - Middle;
                double dy = y - Middle;
                double level = Sample(from, Middle + (XX * dx) + (XY * dy), Middle + (YX * dx) + (YY * dy));
                to[(y * Side) + x] = (byte)Math.Clamp(Math.Round(level, MidpointRounding.AwayFromZero), 0, 255);
            }
        }
    }

    private static double Sample(ReadOnlySpan<byte> picture, double x, double y)
    {
        int column = (int)Math.Floor(x);
        int row = (int)Math.Floor(y);
        double right = x - column;
        double below = y - row;
        double upper = (At(picture, column, row) * (1 - right)) + (At(picture, column + 1, row) * right);
        double lower = (At(picture, column, row + 1) * (1 - right)) + (At(picture, column + 1, row + 1) * right);
        return (upper * (1 - below)) + (lower * below);
    }

    private static byte At(ReadOnlySpan<byte> picture, int x, int y) =>
        (uint)x < Side && (uint)y < Side ? picture[(y * Side) + x] : (byte)0;
}
