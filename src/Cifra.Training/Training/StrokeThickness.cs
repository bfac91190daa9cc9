using Cifra.Network;

namespace Cifra.Training;

/// <summary>Makes the strokes of a 28x28 picture thicker or thinner by less than a pixel a side: part of a grey dilation or erosion.</summary>
/// <remarks>The brightest (darkest) of a pixel and its four neighbours is mixed with the pixel itself. Belongs to one thread at a time.</remarks>
internal sealed class StrokeThickness
{
    private const int Side = DigitInput.Side;
    private const int Step = Side + 2;

    private readonly float[] _framed = new float[Step * Step]; // the picture in a frame of background

    /// <summary>Changes the picture where it stands.</summary>
    /// <param name="picture">[784] bright ink on black.</param>
    /// <param name="amount">-1 (a whole erosion) to 1 (a whole dilation).</param>
    public void Change(Span<float> picture, float amount)
    {
        for (int y = 0; y < Side; y++)
        {
            picture.Slice(y * Side, Side).CopyTo(_framed.AsSpan(((y + 1) * Step) + 1));
        }

        float share = MathF.Abs(amount);
        for (int y = 0; y < Side; y++)
        {
            Span<float> row = picture.Slice(y * Side, Side);
            ReadOnlySpan<float> above = _framed.AsSpan((y * Step) + 1, Side);
            ReadOnlySpan<float> line = _framed.AsSpan((y + 1) * Step, Step);
            ReadOnlySpan<float> below = _framed.AsSpan(((y + 2) * Step) + 1, Side);
            for (int x = 0; x < Side; x++)
            {
                float extreme = amount > 0
                    ? MathF.Max(MathF.Max(MathF.Max(above[x], below[x]), MathF.Max(line[x], line[x + 2])), line[x + 1])
                    : MathF.Min(MathF.Min(MathF.Min(above[x], below[x]), MathF.Min(line[x], line[x + 2])), line[x + 1]);
                row[x] += share * (extreme - row[x]);
            }
        }
    }
}
