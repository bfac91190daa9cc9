using Cifra.Imaging;
using Cifra.Imaging.Digits;
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
public sealed class DigitReader : PictureReader<PictureReading>
{
    /// <summary>Wider ink, in heights of its own, is no digit but a dash, a rule or a word. Set by hand; a digit is seldom wider than high.</summary>
    private const double WidestDigit = 2;

    /// <summary>Digits that the network sees between two looks at the caller's token.</summary>
    private const int DigitsAtATime = 64;

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
        : this((pixels, probabilities, notADigit) => classifier.Probabilities(pixels, probabilities, notADigit), options, Checked(classifier).Card.HeldOut, classifier.Hash) =>
        _notADigitThreshold = NotADigit.Threshold(classifier);

    internal DigitReader(Classify classify, ReadingOptions? options = null, HeldOutScores? scores = null, string model = "")
        : base(options, new ReadingNetworks(model, null))
    {
        _classify = classify;
        _notADigitThreshold = scores?.NotADigitThreshold;
        _thresholds = SelectiveRiskThresholds.Of(Options, scores);
    }

    /// <summary>Classifies N pictures: [N x 784] pixels in; [N x 10] probabilities of the digits and [N] of no digit out.</summary>
    internal delegate void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit);

    /// <summary>The reader with the network that ships inside the library.</summary>
    public static DigitReader Default => Shipped.Value;

    /// <summary>The threshold that each digit of a number has to pass, or why there is none; null where no error rate was asked for.</summary>
    /// <param name="digits">How many digits the number has, 1 or more. Each of them is held to that part of the rate.</param>
    public SelectiveRiskThreshold? Threshold(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(digits);
        return _thresholds?.For(digits);
    }

    /// <inheritdoc/>
    public override string? Refusal(int digits) => PromiseRefusal.OfDigits(digits, Threshold(digits));

    private protected override PictureReading Read(GivenPicture picture)
    {
        var page = Page.Find(picture, Options);
        List<List<DigitInk>> numbers = LineFinder.Find(page.Digits);
        List<DigitInk> digits = [.. numbers.SelectMany(number => number)];
        byte[] pixels = new byte[digits.Count * DigitInput.Size];
        for (int i = 0; i < digits.Count; i++)
        {
            page.Normalize(digits[i], pixels.AsSpan(i * DigitInput.Size, DigitInput.Size));
        }

        float[] probabilities = new float[digits.Count * DigitClassifier.Classes];
        float[] notADigit = new float[digits.Count];
        for (int first = 0; first < digits.Count; first += DigitsAtATime)
        {
            picture.Check.ThrowIfCancelled();
            int count = Math.Min(DigitsAtATime, digits.Count - first);
            _classify(
                pixels.AsSpan(first * DigitInput.Size, count * DigitInput.Size),
                probabilities.AsSpan(first * DigitClassifier.Classes, count * DigitClassifier.Classes),
                notADigit.AsSpan(first, count));
        }

        List<ReadNumber> read = [];
        int done = 0;
        foreach (List<DigitInk> number in numbers)
        {
            int start = done;
            read.Add(Number([.. number.Select((digit, i) => Digit(
                page.InPicture(digit.Box), probabilities.AsSpan((start + i) * DigitClassifier.Classes, DigitClassifier.Classes), notADigit[start + i]))]));
            done += number.Count;
        }

        return new PictureReading(picture.Width, picture.Height, read);
    }

    private static DigitClassifier Checked(DigitClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier;
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
