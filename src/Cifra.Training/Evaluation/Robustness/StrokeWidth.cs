using Cifra.Network;

namespace Cifra.Evaluation.Robustness;

/// <summary>Grey dilation by a disc whose radius need not be whole.</summary>
internal static class StrokeWidth
{
    private const int Side = DigitInput.Side;

    /// <summary>
    /// Each new pixel is the brightest of those around it, a pixel d away counting in full up to d = radius and not at all from radius + 1 on,
    /// linear in between. Radius 0 changes nothing.
    /// </summary>
    /// <param name="from">[784].</param>
    /// <param name="to">[784].</param>
    /// <param name="radius">Pixels, 0 or more.</param>
    public static void Dilate(ReadOnlySpan<byte> from, Span<byte> to, double radius)
    {
        int reach = (int)Math.Ceiling(radius);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                double brightest = 0;
                for (int row = Math.Max(0, y - reach); row <= Math.Min(Side - 1, y + reach); row++)
                {
                    for (int column = Math.Max(0, x - reach); column <= Math.Min(Side - 1, x + reach); column++)
                    {
                        double away = Math.Sqrt(((row - y) * (row - y)) + ((column - x) * (column - x)));
                        brightest = Math.Max(brightest, from[(row * Side) + column] * Math.Clamp(radius + 1 - away, 0, 1));
                    }
                }

                to[(y * Side) + x] = (byte)Math.Round(brightest, MidpointRounding.AwayFromZero);
            }
        }
    }
}
