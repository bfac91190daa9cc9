using Cifra.Data;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Network;

namespace Cifra.Reading;

/// <summary>Reads the numbers in a picture: a digit, a row of separated digits, several lines; a scan, a drawing or a photo.</summary>
/// <remarks>Serves any number of threads at once.</remarks>
/// <example><c>DigitReader.Default.Read("photo.jpg").Numbers[0].Text</c></example>
public sealed class DigitReader
{
    /// <summary>A digit is at most this many times as wide as high.</summary>
    private const double WidestDigit = 2;

    private static readonly Lazy<DigitReader> Shipped = new(() => new DigitReader(Pretrained.Field));

    private readonly Classify _classify;

    /// <summary>A reader with a network of the caller's choice.</summary>
    /// <param name="classifier">Says which digit a normalized picture shows.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public DigitReader(DigitClassifier classifier, ReadingOptions? options = null)
        : this((pixels, probabilities, notADigit) => classifier.Probabilities(pixels, probabilities, notADigit), options) => ArgumentNullException.ThrowIfNull(classifier);

    internal DigitReader(Classify classify, ReadingOptions? options = null)
    {
        _classify = classify;
        Options = options ?? ReadingOptions.Default;
        Options.Check();
    }

    /// <summary>[N x 784] pixels in, [N x 10] probabilities and [N] of being no digit out, as <see cref="DigitClassifier"/> gives them.</summary>
    internal delegate void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit);

    /// <summary>The reader with the network that ships inside the library.</summary>
    public static DigitReader Default => Shipped.Value;

    /// <summary>How it reads.</summary>
    public ReadingOptions Options { get; }

    /// <summary>Reads a picture file: PNG, JPEG, BMP or PNM, whatever its name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no picture, damaged, or above the limits.</exception>
    public PictureReading Read(string path) => Read(PictureFile.Load(path, Options.Limits));

    /// <summary>Reads a picture from a stream.</summary>
    /// <param name="stream">The file's bytes, from the present position to the end.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="InvalidDataException">It is no picture, damaged, or above the limits.</exception>
    public PictureReading Read(Stream stream, string name) => Read(PictureFile.Load(stream, name, Options.Limits));

    /// <summary>Reads a picture in colour.</summary>
    public PictureReading Read(ColorImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(picture.ToGray());
    }

    /// <summary>Reads a grey picture; dark ink on bright paper or the other way round.</summary>
    public PictureReading Read(GrayImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Page page = Page.Find(picture, Options);
        List<List<DigitInk>> numbers = LineFinder.Find(page.Digits);
        List<DigitInk> digits = [.. numbers.SelectMany(number => number)];
        byte[] pixels = new byte[digits.Count * DigitSet.PictureSize];
        for (int i = 0; i < digits.Count; i++)
        {
            page.Normalize(digits[i], pixels.AsSpan(i * DigitSet.PictureSize, DigitSet.PictureSize));
        }

        float[] probabilities = new float[digits.Count * DigitClassifier.Classes];
        float[] notADigit = new float[digits.Count];
        _classify(pixels, probabilities, notADigit);

        List<ReadNumber> read = [];
        int done = 0;
        foreach (List<DigitInk> number in numbers)
        {
            int start = done;
            read.Add(Number(
                [.. number.Select((digit, i) => Digit(page.InPicture(digit.Box), probabilities.AsSpan((start + i) * DigitClassifier.Classes, DigitClassifier.Classes)))]));
            done += number.Count;
        }

        return new PictureReading(picture.Width, picture.Height, read);
    }

    private static ReadDigit Digit(PixelBox box, ReadOnlySpan<float> probabilities)
    {
        IReadOnlyList<RankedDigit> ranked = DigitClassifier.Rank(probabilities);
        return new ReadDigit(ranked[0].Value, ranked[0].Probability, [.. ranked.Skip(1).Take(3).Where(digit => digit.Probability >= 0.001f)], box);
    }

    private ReadNumber Number(ReadDigit[] digits)
    {
        double confidence = 1;
        PixelBox box = default;
        foreach (ReadDigit digit in digits)
        {
            confidence *= digit.Confidence;
            box = box.Union(digit.Box);
        }

        Decision decision = digits.All(IsNoDigit) ? Decision.NotADigit
            : confidence < Options.MinConfidence || digits.Any(IsNoDigit) ? Decision.Unsure
            : Decision.Accept;
        return new ReadNumber(string.Concat(digits.Select(digit => (char)('0' + digit.Value))), confidence, decision, box, digits);
    }

    private bool IsNoDigit(ReadDigit digit) =>
        digit.Confidence < Options.MinDigitProbability || digit.Box.Width > WidestDigit * digit.Box.Height;
}
