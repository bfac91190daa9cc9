using Cifra.Evaluation;
using Cifra.Imaging;
using Cifra.Imaging.Pages;
using Cifra.Network;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Decides what becomes of what the two readers say of a line: a number to use, one to look at, or none.</summary>
internal sealed class LineJudge
{
    /// <summary>An alternative below this probability is not worth naming.</summary>
    private const double LeastAlternative = 0.001;

    /// <summary>Alternatives of a whole field that are named.</summary>
    private const int MostAlternatives = 5;

    private readonly ReadingOptions _options;
    private readonly Grammar? _grammar;
    private readonly double? _notADigitThreshold;
    private readonly NumberPromises? _promises;

    /// <summary>A judge.</summary>
    /// <param name="options">How sure is sure enough.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    /// <param name="scores">How the digit network did on held-out pictures; null where it does not say.</param>
    /// <param name="notADigitThreshold">Probability of being no digit above which it is taken for none; null where the network cannot tell.</param>
    /// <exception cref="ArgumentException">A rate of errors is asked for, and there are no scores to promise it from.</exception>
    public LineJudge(ReadingOptions options, Grammar? grammar, HeldOutScores? scores, double? notADigitThreshold)
    {
        _options = options;
        _grammar = grammar;
        _notADigitThreshold = notADigitThreshold;
        if (options.MaxError is { } rate)
        {
            _promises = new NumberPromises(
                scores ?? throw new ArgumentException("The network's file has no held-out scores, from which alone a rate of errors can be promised.", nameof(options)), rate);
        }
    }

    /// <summary>What each digit of a number of that many digits is held to; null where no rate was asked for.</summary>
    public ErrorPromise? Promise(int digits) => _promises?.For(digits);

    /// <summary>The number that a line shows; null where it shows no digit's worth of anything.</summary>
    /// <param name="reading">What the readers say.</param>
    /// <param name="line">Where the line is, in pixels of the ink.</param>
    /// <param name="ink">The picture's ink.</param>
    public ReadNumber? Judge(LineReading reading, TextLine line, PictureInk ink)
    {
        if (reading.Answers.Count == 0 || reading.Answers[0].Digits.Length == 0)
        {
            return null;
        }

        LineAnswer answer = reading.Answers[0];
        Segment[]? segments = LatticeDecoder.Align(reading.Lattice, answer.Digits)?.Digits;
        PixelBox[] boxes = Boxes(reading, answer, segments);
        ReadDigit[] digits = new ReadDigit[answer.Digits.Length];
        for (int i = 0; i < digits.Length; i++)
        {
            digits[i] = Digit(reading, i, ink.InGiven(InInk(boxes[i], line)));
        }

        PixelBox around = digits.Aggregate(default(PixelBox), (box, digit) => box.Union(digit.Box));
        GrammarExplanation? explanation = reading.Unbound.Count > 0 ? _grammar?.Explain(answer.Text, reading.Unbound) : null;
        return new ReadNumber(answer.Text, answer.Probability, Decide(answer, digits, segments), around, digits)
        {
            Value = _grammar?.Canonical(answer.Text),
            Explanation = explanation is { Changes.Count: > 0 } ? explanation : null,
            Alternatives = [.. reading.Answers.Skip(1).Where(other => other.Probability >= LeastAlternative).Take(MostAlternatives).Select(other => new RankedText(other.Text, other.Probability))],
        };
    }

    private Decision Decide(LineAnswer answer, ReadDigit[] digits, Segment[]? segments)
    {
        bool none = segments is null || segments.Any(IsNoDigit);
        if (segments is not null && segments.All(IsNoDigit))
        {
            return Decision.NotADigit;
        }

        ErrorPromise? promise = Promise(digits.Length);
        bool promised = promise is null || (!none && segments!.Select((segment, i) =>
            segment.Likeliest == answer.Digits[i] - '0' && promise.Accepts(segment.Probability(segment.Likeliest), segment.NotADigit)).All(kept => kept));
        return answer.Probability >= _options.MinConfidence && !none && promised ? Decision.Accept : Decision.Unsure;
    }

    private bool IsNoDigit(Segment segment) => _notADigitThreshold is { } threshold
        ? segment.NotADigit > threshold
        : segment.Probability(segment.Likeliest) < _options.MinDigitProbability;

    // The digit's probability is that of all answers that have it in its place, counted from the end of the number that is nearer.
    private static ReadDigit Digit(LineReading reading, int place, PixelBox box)
    {
        LineAnswer best = reading.Answers[0];
        Span<double> likely = stackalloc double[10];
        foreach (LineAnswer answer in reading.Answers)
        {
            int at = answer.Digits.Length == best.Digits.Length || place < best.Digits.Length / 2 ? place : answer.Digits.Length - (best.Digits.Length - place);
            if ((uint)at < answer.Digits.Length && char.IsAsciiDigit(answer.Digits[at]))
            {
                likely[answer.Digits[at] - '0'] += answer.Probability;
            }
        }

        int value = best.Digits[place] - '0';
        List<RankedDigit> others = [];
        for (int k = 0; k < likely.Length; k++)
        {
            if (k != value && likely[k] >= LeastAlternative)
            {
                others.Add(new RankedDigit(k, (float)likely[k]));
            }
        }

        return new ReadDigit(value, Math.Min(1, likely[value]), [.. others.OrderByDescending(digit => digit.Probability).Take(3)], box);
    }

    // In pixels of the normalized line: where the lattice has the digit's ink, else where the line network saw it.
    private static PixelBox[] Boxes(LineReading reading, LineAnswer answer, Segment[]? segments)
    {
        if (segments is not null)
        {
            return [.. segments.Select(segment => segment.Box)];
        }

        (int First, int End)[] places = CtcAlignment.Of(reading.Scores.Only(char.IsAsciiLetterOrDigit), answer.Digits);
        int top = (LineNormalizer.Height - LineNormalizer.DigitHeight) / 2;
        return [.. places.Select(place => new PixelBox(place.First * LineClassifier.Step, top, (place.End - place.First) * LineClassifier.Step, LineNormalizer.DigitHeight))];
    }

    private static PixelBox InInk(PixelBox box, TextLine line)
    {
        double scale = line.Height / LineNormalizer.DigitHeight;
        double left = line.Left + (box.X * scale);
        double top = line.Top + (line.Slope * (left - line.Left)) + ((box.Y - ((LineNormalizer.Height - LineNormalizer.DigitHeight) / 2.0)) * scale);
        return new PixelBox((int)left, (int)top, Math.Max(1, (int)Math.Ceiling(box.Width * scale)), Math.Max(1, (int)Math.Ceiling(box.Height * scale)));
    }
}
