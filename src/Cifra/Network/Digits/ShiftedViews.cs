using Cifra.Imaging;

namespace Cifra.Network.Digits;

/// <summary>Test-time augmentation: reads each picture also moved by a pixel in each direction, and averages the probabilities.</summary>
/// <remarks>
/// The picture as it is has a weight of one half, its moved copies share the other half evenly: the weights of airbench (Jordan 2024,
/// arXiv:2404.00498), which moves along one diagonal and averages scores. A digit is not mirrored. What comes in at the border is paper.
/// Serves any number of threads at once.
/// </remarks>
public sealed class ShiftedViews
{
    private const int PicturesOfBatch = 256;

    // The four straight directions first.
    private static readonly (int Right, int Down)[] Directions = [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)];

    private readonly DigitClassifier _classifier;
    private readonly int _directions;

    /// <summary>Views over a classifier.</summary>
    /// <param name="classifier">What reads them.</param>
    /// <param name="directions">4 for left, right, up and down; 8 with the diagonals.</param>
    /// <exception cref="ArgumentException">Another number of directions.</exception>
    public ShiftedViews(DigitClassifier classifier, int directions = 8)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        if (directions is not (4 or 8))
        {
            throw new ArgumentException($"Pictures are moved in 4 or 8 directions; got {directions}.", nameof(directions));
        }

        _classifier = classifier;
        _directions = directions;
    }

    /// <summary>Readings of one picture that are averaged: the picture as it is, and one for each direction.</summary>
    public int Count => 1 + _directions;

    /// <summary>The averaged probabilities of every digit for every picture.</summary>
    /// <param name="pixels">[N x 784] bright ink on black, normalised as MNIST's.</param>
    /// <param name="probabilities">[N x 10] receives them; a picture's ten sum to 1.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidDataException">The network's numbers are so large that a score is none.</exception>
    public void Probabilities(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation = default) =>
        Probabilities(pixels, probabilities, new float[probabilities.Length], notADigit: [], cancellation);

    /// <summary>The same, with what the classifier says of the pictures as they are.</summary>
    /// <param name="pixels">[N x 784] bright ink on black, normalised as MNIST's.</param>
    /// <param name="averaged">[N x 10] receives the averaged probabilities.</param>
    /// <param name="plain">[N x 10] receives those of the pictures as they are.</param>
    /// <param name="notADigit">[N] receives the averaged probability that a picture shows no digit, 0 where the network cannot tell; or empty.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    /// <inheritdoc cref="Probabilities(ReadOnlySpan{byte}, Span{float}, CancellationToken)" path="/exception"/>
    public void Probabilities(
        ReadOnlySpan<byte> pixels, Span<float> averaged, Span<float> plain, Span<float> notADigit, CancellationToken cancellation = default)
    {
        Guard.SameLength<float, float>(averaged, plain);
        _classifier.Probabilities(pixels, plain, notADigit, cancellation); // checks the lengths
        float share = 0.5f / _directions;
        byte[] moved = new byte[Math.Min(PicturesOfBatch * DigitInput.Size, pixels.Length)];
        float[] read = new float[moved.Length / DigitInput.Size * DigitClassifier.Classes];
        float[] none = new float[notADigit.IsEmpty ? 0 : moved.Length / DigitInput.Size];
        plain.CopyTo(averaged);
        Scale(averaged, 0.5f);
        Scale(notADigit, 0.5f);

        for (int start = 0; start < pixels.Length; start += moved.Length)
        {
            ReadOnlySpan<byte> batch = pixels.Slice(start, Math.Min(moved.Length, pixels.Length - start));
            int count = batch.Length / DigitInput.Size;
            Span<float> sums = averaged.Slice(start / DigitInput.Size * DigitClassifier.Classes, count * DigitClassifier.Classes);
            for (int direction = 0; direction < _directions; direction++)
            {
                Move(batch, moved, Directions[direction]);
                _classifier.Probabilities(
                    moved.AsSpan(0, batch.Length), read.AsSpan(0, sums.Length), none.AsSpan(0, notADigit.IsEmpty ? 0 : count), cancellation);
                AddScaled(share, read, sums);
                AddScaled(share, none, notADigit.IsEmpty ? [] : notADigit.Slice(start / DigitInput.Size, count));
            }
        }
    }

    private static void Scale(Span<float> values, float by)
    {
        foreach (ref float value in values)
        {
            value *= by;
        }
    }

    private static void AddScaled(float by, ReadOnlySpan<float> from, Span<float> to)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += by * from[i];
        }
    }

    private static void Move(ReadOnlySpan<byte> batch, Span<byte> moved, (int Right, int Down) direction)
    {
        for (int at = 0; at < batch.Length; at += DigitInput.Size)
        {
            ShiftedPicture.Write(batch.Slice(at, DigitInput.Size), moved.Slice(at, DigitInput.Size), direction.Right, direction.Down);
        }
    }
}
