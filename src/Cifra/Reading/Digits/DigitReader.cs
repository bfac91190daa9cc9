using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Steps;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Digits;

/// <summary>Reads separate digits one by one, with one network for single digits, and joins neighbours to numbers.</summary>
/// <remarks>
/// Digits that touch are taken for one, and signs between digits are not read: <see cref="NumberReader"/> reads lines, touching digits too, within a
/// grammar. This reader is the faster one, works with any network for digits, and is the one for a picture of a single digit. Serves any number of
/// threads at once.
/// </remarks>
/// <example><c>DigitReader.Default.Read("photo.jpg").Numbers[0].Text</c></example>
public sealed class DigitReader
{
    /// <summary>Wider ink, in heights of its own, is no digit but a dash, a rule or a word. Set by hand; a digit is seldom wider than high.</summary>
    private const double WidestDigit = 2;

    private static readonly Lazy<DigitReader> Shipped = new(() => new DigitReader(Pretrained.Field));

    private readonly Classify _classify;
    private readonly double? _notADigitThreshold;
    private readonly SelectiveRiskThresholds? _thresholds;

    /// <summary>A reader with a network of the caller's choice.</summary>
    /// <param name="classifier">Says which digit a normalized picture shows.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A rate of errors is asked for, and the network carries no held-out scores to promise it from.</exception>
    public DigitReader(DigitClassifier classifier, ReadingOptions? options = null)
        : this((pixels, probabilities, notADigit) => classifier.Probabilities(pixels, probabilities, notADigit), options, Scores(classifier)) =>
        _notADigitThreshold = NotADigit.Threshold(classifier);

    internal DigitReader(Classify classify, ReadingOptions? options = null, HeldOutScores? scores = null)
    {
        _classify = classify;
        Options = options ?? ReadingOptions.Default;
        Options.Check();
        _notADigitThreshold = scores?.NotADigitThreshold;
        _thresholds = SelectiveRiskThresholds.Of(Options, scores);
    }

    /// <summary>Classifies N pictures: [N x 784] pixels in; [N x 10] probabilities of the digits and [N] of no digit out.</summary>
    internal delegate void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit);

    /// <summary>The reader with the network that ships inside the library.</summary>
    public static DigitReader Default => Shipped.Value;

    /// <summary>How it reads.</summary>
    public ReadingOptions Options { get; }

    /// <summary>The threshold that each digit of a number has to pass, or why there is none; null where no error rate was asked for.</summary>
    /// <param name="digits">How many digits the number has, 1 or more. Each of them is held to that part of the rate.</param>
    public SelectiveRiskThreshold? Threshold(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(digits);
        return _thresholds?.For(digits);
    }

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
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    public PictureReading Read(ColorImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(Page.Find(picture, Options, trace), picture.Width, picture.Height);
    }

    /// <summary>Reads a grey picture; dark ink on bright paper or the other way round.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    public PictureReading Read(GrayImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(Page.Find(picture, Options, trace), picture.Width, picture.Height);
    }

    private PictureReading Read(Page page, int width, int height)
    {
        List<List<DigitInk>> numbers = LineFinder.Find(page.Digits);
        List<DigitInk> digits = [.. numbers.SelectMany(number => number)];
        byte[] pixels = new byte[digits.Count * DigitInput.Size];
        for (int i = 0; i < digits.Count; i++)
        {
            page.Normalize(digits[i], pixels.AsSpan(i * DigitInput.Size, DigitInput.Size));
        }

        float[] probabilities = new float[digits.Count * DigitClassifier.Classes];
        float[] notADigit = new float[digits.Count];
        _classify(pixels, probabilities, notADigit);

        List<ReadNumber> read = [];
        int done = 0;
        foreach (List<DigitInk> number in numbers)
        {
            int start = done;
            read.Add(Number([.. number.Select((digit, i) => Digit(
                page.InPicture(digit.Box), probabilities.AsSpan((start + i) * DigitClassifier.Classes, DigitClassifier.Classes), notADigit[start + i]))]));
            done += number.Count;
        }

        return new PictureReading(width, height, read);
    }

    private static HeldOutScores? Scores(DigitClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier.Card.HeldOut;
    }

    private static SeenDigit Digit(PixelBox box, ReadOnlySpan<float> probabilities, float notADigit)
    {
        RankedDigit[] ranked = [.. DigitClassifier.Rank(probabilities).Select(digit => digit with { Probability = digit.Probability * (1 - notADigit) })];
        RankedDigit[] others = [.. ranked.Skip(1).Take(Alternatives.MostDigits).Where(digit => digit.Probability >= Alternatives.Least)];
        return new SeenDigit(new ReadDigit(ranked[0].Value, ranked[0].Probability, others, box), notADigit);
    }

    private ReadNumber Number(SeenDigit[] digits)
    {
        double confidence = 1;
        PixelBox box = default;
        foreach (SeenDigit digit in digits)
        {
            confidence *= digit.Digit.Confidence;
            box = box.Union(digit.Digit.Box);
        }

        SelectiveRiskThreshold? threshold = Threshold(digits.Length);
        Decision decision = digits.All(IsNoDigit) ? Decision.NotADigit
            : confidence < Options.MinConfidence || digits.Any(IsNoDigit) ? Decision.Unsure
            : digits.All(digit => threshold?.Accepts(digit.Digit.Confidence, digit.NotADigit) ?? true) ? Decision.Accept
            : Decision.Unsure;
        return new ReadNumber(
            string.Concat(digits.Select(digit => (char)('0' + digit.Digit.Value))), confidence, decision, box, [.. digits.Select(digit => digit.Digit)]);
    }

    private bool IsNoDigit(SeenDigit seen) =>
        seen.Digit.Box.Width > WidestDigit * seen.Digit.Box.Height
        || (_notADigitThreshold is { } threshold ? seen.NotADigit > threshold : seen.Digit.Confidence < Options.MinDigitProbability);

    // A digit that was read, and the probability that it is none.
    private readonly record struct SeenDigit(ReadDigit Digit, float NotADigit);
}
