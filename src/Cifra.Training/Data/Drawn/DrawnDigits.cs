using System.Buffers;
using System.Numerics;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>Endless labelled digits from a stroke model, for tests, samples and a first run without any data set.</summary>
/// <remarks>
/// Each digit has several forms, given as the control points of smooth curves; a writer's hand picks slant, breadth, roundness,
/// care, pen and pressure, and a soft round pen inks the result. Everything follows from the seed. They look like
/// handwriting but are nobody's: a score on them says nothing about real digits, and they are never mixed into MNIST's.
/// </remarks>
public static class DrawnDigits
{
    private const int DrawingSide = 84;
    private static readonly SearchValues<char> NumberText = SearchValues.Create("0123456789 \n");

    // Parts of the key that keep the labels' sequence apart from the pictures'.
    private const long LabelKey = 1;
    private const long PictureKey = 2;
    private const long NumberKey = 3;

    /// <summary>A set of drawn digits in random order, the ten classes equally often (to within one).</summary>
    /// <remarks>A smaller set of the same seed is the beginning of a larger one.</remarks>
    /// <param name="count">Number of pictures, 0 or more.</param>
    /// <param name="seed">Names the set: the same seed gives the same pictures.</param>
    public static DigitSet Create(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        byte[] pixels = new byte[checked(count * DigitInput.Size)];
        byte[] labels = new byte[count];
        var random = new SeededRandom();
        Span<byte> classes = stackalloc byte[10];
        for (int i = 0; i < count; i++)
        {
            if (i % classes.Length == 0)
            {
                ShuffleClasses(classes, seed, i, random);
            }

            labels[i] = classes[i % classes.Length];
            random.Restart(seed, PictureKey, i);
            GrayImage drawing = Draw(labels[i], DrawingSide, random);
            DigitNormalizer.Normalize(drawing, pixels.AsSpan(i * DigitInput.Size, DigitInput.Size));
        }

        return new DigitSet("drawn", pixels, labels);
    }

    /// <summary>A large picture of one digit, bright ink on black: what the normalizer takes.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="size">Width and height of the picture in pixels, 8 or more.</param>
    /// <param name="random">Decides on the form, the hand, the pen and the place.</param>
    public static GrayImage Draw(int digit, int size, SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digit, 9);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 8);
        ArgumentNullException.ThrowIfNull(random);

        Figure figure = Handwriting.Pick(random).Write(Allographs.Choose(digit, random), random);
        float margin = size * random.NextSingle(0.04f, 0.12f);
        float scale = (size - (2 * margin)) / MathF.Max(figure.Size.X, figure.Size.Y);
        Vector2 room = new Vector2(size - (2 * margin)) - (figure.Size * scale);
        Vector2 corner = new Vector2(margin) + (room * new Vector2(random.NextSingle(), random.NextSingle()));
        var canvas = new GrayImage(size, size);
        Pen.Draw(canvas, figure.Place(scale, corner - (figure.Least * scale)));
        return canvas;
    }

    /// <summary>A picture of a number in one hand: dark ink on light paper, the digits apart from each other.</summary>
    /// <remarks>The paper has a tint, uneven light, grain and, every second time, a shadow across it.</remarks>
    /// <param name="digits">Digits; a space leaves a gap, a line feed starts another line.</param>
    /// <param name="height">Height of a line in pixels, 16 or more; a digit takes somewhat more than half of it.</param>
    /// <param name="seed">Decides on all that varies.</param>
    /// <exception cref="ArgumentException">There is another character in <paramref name="digits"/>.</exception>
    public static GrayImage DrawNumber(string digits, int height, long seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 16);
        int wrong = digits.AsSpan().IndexOfAnyExcept(NumberText);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"Character {wrong} is U+{(int)digits[wrong]:X4}; expected digits, spaces and line feeds.", nameof(digits));
        }

        var random = new SeededRandom(seed, NumberKey);
        return PaperBackground.Lay(NumberLines.Draw(digits, height, random), random);
    }

    private static void ShuffleClasses(Span<byte> classes, long seed, int index, SeededRandom random)
    {
        for (int c = 0; c < classes.Length; c++)
        {
            classes[c] = (byte)c;
        }

        random.Restart(seed, LabelKey, index);
        for (int last = classes.Length - 1; last > 0; last--)
        {
            int other = random.Next(last + 1);
            (classes[last], classes[other]) = (classes[other], classes[last]);
        }
    }
}
