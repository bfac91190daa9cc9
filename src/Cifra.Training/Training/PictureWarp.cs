using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Changes one 28x28 picture as an <see cref="Augmentation"/> allows: each new pixel looks up where it came from.</summary>
/// <remarks>
/// The displacement is a cubic B-spline over a coarse grid of normal random offsets: a random field as smooth as Simard's
/// Gaussian-filtered one, at a fraction of its cost. Belongs to one thread at a time.
/// </remarks>
internal sealed class PictureWarp
{
    private const int Side = DigitInput.Side;
    private const float Middle = (Side - 1) / 2f;

    private readonly Augmentation _augmentation;
    private readonly SeededRandom _random = new(0);
    private readonly float _step;
    private readonly int _nodes;
    private readonly float[] _across;
    private readonly float[] _down;
    private readonly float[] _splines;
    private readonly float[] _rowAcross;
    private readonly float[] _rowDown;
    private readonly StrokeThickness? _thickness;

    public PictureWarp(Augmentation augmentation)
    {
        _augmentation = augmentation;
        _step = (float)augmentation.ElasticSmoothness;
        _nodes = (int)((Side - 1) / _step) + 4;
        _across = new float[_nodes * _nodes];
        _down = new float[_nodes * _nodes];
        _rowAcross = new float[_nodes];
        _rowDown = new float[_nodes];
        _thickness = augmentation.Thickness > 0 ? new StrokeThickness() : null;
        _splines = new float[Side * 4];
        for (int i = 0; i < Side; i++)
        {
            WriteSpline((i / _step) - MathF.Floor(i / _step), _splines.AsSpan(i * 4, 4));
        }
    }

    /// <summary>Whether it changes anything.</summary>
    public bool Changes => _augmentation.Changes;

    /// <summary>Writes the changed picture, in grey levels that need not be whole.</summary>
    /// <param name="from">[784] the picture.</param>
    /// <param name="to">[784] receives the changed one.</param>
    /// <param name="seed">With epoch and image the key of everything random: the same key, the same change.</param>
    /// <param name="epoch">Number of the epoch.</param>
    /// <param name="image">Index of the image in the training set.</param>
    public void Apply(ReadOnlySpan<byte> from, Span<float> to, long seed, long epoch, long image)
    {
        _random.Restart(seed, epoch, image);
        Affine affine = DrawAffine();
        bool elastic = _augmentation.Elastic > 0;
        if (elastic)
        {
            DrawNodes(_across);
            DrawNodes(_down);
        }

        Move(from, to, affine, elastic);
        _thickness?.Change(to, Draw(_augmentation.Thickness));
        Fade(to);
    }

    /// <summary>Moves the picture as told, and by the displacement drawn last if <paramref name="elastic"/>.</summary>
    internal void Move(ReadOnlySpan<byte> from, Span<float> to, Affine affine, bool elastic)
    {
        for (int y = 0; y < Side; y++)
        {
            if (elastic)
            {
                BlendRow(_across, y, _rowAcross);
                BlendRow(_down, y, _rowDown);
            }

            for (int x = 0; x < Side; x++)
            {
                float dx = x - Middle;
                float dy = y - Middle;
                float sourceX = (affine.XX * dx) + (affine.XY * dy) + affine.X;
                float sourceY = (affine.YX * dx) + (affine.YY * dy) + affine.Y;
                if (elastic)
                {
                    sourceX += Blend(_rowAcross, x);
                    sourceY += Blend(_rowDown, x);
                }

                to[(y * Side) + x] = Sample(from, sourceX, sourceY);
            }
        }
    }

    private void Fade(Span<float> picture)
    {
        if (_augmentation.Fading > 0)
        {
            float left = 1 - ((float)_augmentation.Fading * _random.NextSingle());
            foreach (ref float level in picture)
            {
                level *= left;
            }
        }
    }

    private Affine DrawAffine()
    {
        float degrees = Draw(_augmentation.Rotation);
        float scaleX = 1 + Draw(_augmentation.Scale);
        float scaleY = 1 + Draw(_augmentation.Scale);
        float shear = Draw(_augmentation.Shear);
        float shiftX = Draw(_augmentation.Shift);
        float shiftY = Draw(_augmentation.Shift);
        return Affine.Of(degrees, scaleX, scaleY, shear, shiftX, shiftY);
    }

    private float Draw(double most) => _random.NextSingle((float)-most, (float)most);

    // A spline averages its nodes, which takes about a third of their deviation away; 1.5 per direction brings it back.
    private void DrawNodes(float[] nodes)
    {
        float deviation = (float)_augmentation.Elastic * 1.5f;
        foreach (ref float node in nodes.AsSpan())
        {
            node = deviation * _random.NextGaussian();
        }
    }

    private void BlendRow(float[] nodes, int y, float[] row)
    {
        int first = (int)(y / _step) * _nodes;
        ReadOnlySpan<float> w = _splines.AsSpan(y * 4, 4);
        for (int i = 0; i < _nodes; i++)
        {
            row[i] = (w[0] * nodes[first + i]) + (w[1] * nodes[first + _nodes + i])
                + (w[2] * nodes[first + (2 * _nodes) + i]) + (w[3] * nodes[first + (3 * _nodes) + i]);
        }
    }

    private float Blend(float[] row, int x)
    {
        int first = (int)(x / _step);
        ReadOnlySpan<float> w = _splines.AsSpan(x * 4, 4);
        return (w[0] * row[first]) + (w[1] * row[first + 1]) + (w[2] * row[first + 2]) + (w[3] * row[first + 3]);
    }

    private static float Sample(ReadOnlySpan<byte> picture, float x, float y)
    {
        float left = MathF.Floor(x);
        float top = MathF.Floor(y);
        float right = x - left;
        float below = y - top;
        int column = (int)left;
        int row = (int)top;
        float upper = (At(picture, column, row) * (1 - right)) + (At(picture, column + 1, row) * right);
        float lower = (At(picture, column, row + 1) * (1 - right)) + (At(picture, column + 1, row + 1) * right);
        return (upper * (1 - below)) + (lower * below);
    }

    private static float At(ReadOnlySpan<byte> picture, int x, int y) =>
        (uint)x < Side && (uint)y < Side ? picture[(y * Side) + x] : 0;

    // The four weights of a uniform cubic B-spline at t in 0..1.
    private static void WriteSpline(float t, Span<float> weights)
    {
        float s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = ((3 * t * t * t) - (6 * t * t) + 4) / 6;
        weights[2] = ((3 * s * s * s) - (6 * s * s) + 4) / 6;
        weights[3] = t * t * t / 6;
    }

    /// <summary>Where a new place, seen from the middle, comes from.</summary>
    internal readonly record struct Affine(float XX, float XY, float X, float YX, float YY, float Y)
    {
        /// <summary>Undoes the rotation, then the shear, then the scale.</summary>
        public static Affine Of(float degrees, float scaleX, float scaleY, float shear, float shiftX, float shiftY)
        {
            float angle = degrees * MathF.PI / 180;
            float cos = MathF.Cos(angle);
            float sin = MathF.Sin(angle);
            return new Affine(
                (cos - (shear * sin)) / scaleX,
                (sin + (shear * cos)) / scaleX,
                Middle + shiftX,
                -sin / scaleY,
                cos / scaleY,
                Middle + shiftY);
        }
    }
}
