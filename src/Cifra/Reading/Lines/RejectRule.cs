using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Decides what becomes of what the two readers say of a line: a number to use, one to look at, or none.</summary>
internal sealed class RejectRule
{
    /// <summary>An alternative below this probability is not worth naming.</summary>
    private const double LeastAlternative = 0.001;

    /// <summary>What is doubtful about a digit that all answers agree on, beside one that they do not agree on at all.</summary>
    private const double LeastDoubt = 0.001;

    /// <summary>Alternatives of a whole field that are named.</summary>
    private const int MostAlternatives = 5;

    /// <summary>Part of the held-out lines that is accepted at least where anything is promised; composed lines are harder than most that people write.</summary>
    private const double LeastCoverage = 0.4;

    /// <summary>A number as sure as this is none of what is no digit, whatever the network for single digits says of its pieces; it is unsure then.</summary>
    private const double SureOfDigits = 0.5;

    private readonly ReadingOptions _options;
    private readonly Grammar? _grammar;
    private readonly double? _notADigitThreshold;
    private readonly LineConfidence? _confidence;

    /// <summary>A judge.</summary>
    /// <param name="options">How sure is sure enough.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    /// <param name="card">The line network's: what its word is worth, and how it did on held-out lines.</param>
    /// <param name="notADigitThreshold">Probability of being no digit above which it is taken for none; null where the network for digits cannot tell.</param>
    /// <exception cref="ArgumentException">A rate of errors is asked for, and the card has no scores to promise it from.</exception>
    /// <exception cref="InvalidDataException">The card weighs other evidence than this version knows.</exception>
    public RejectRule(ReadingOptions options, Grammar? grammar, ModelCard card, double? notADigitThreshold)
    {
        _options = options;
        _grammar = grammar;
        _notADigitThreshold = notADigitThreshold;
        _confidence = LineConfidence.Of(card);
        Promise = options.MaxError is not { } rate ? null : SelectiveRiskThreshold.Of(
            card.HeldOut ?? throw new ArgumentException("The line network's file has no held-out scores, from which alone a rate of errors can be promised.", nameof(options)),
            rate,
            LeastCoverage);
    }

    /// <summary>What every number is held to; null where no rate was asked for.</summary>
    public SelectiveRiskThreshold? Promise { get; }

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
        double confidence = _confidence?.Probability(LineEvidence.Of(reading, line)) ?? answer.Probability;
        PixelBox[] boxes = [.. Boxes(reading, answer, segments).Select(box => ink.InGiven(InInk(box, line)))];
        ReadDigit[] digits = Digits(reading, boxes, confidence);

        PixelBox around = digits.Aggregate(default(PixelBox), (box, digit) => box.Union(digit.Box));
        GrammarExplanation? explanation = reading.Unbound.Count > 0 ? _grammar?.Explain(answer.Text, reading.Unbound) : null;
        return new ReadNumber(answer.Text, confidence, Decide(confidence, segments), around, digits)
        {
            Value = _grammar?.Canonical(answer.Text),
            Explanation = explanation is { Changes.Count: > 0 } ? explanation : null,
            Alternatives = [.. reading.Answers.Skip(1)
                .Select(other => new RankedText(other.Text, Scaled(other.Probability, answer.Probability, confidence)))
                .Where(other => other.Probability >= LeastAlternative).Take(MostAlternatives)],
        };
    }

    // What is not the answer's shares what is not sure, as it shared what was not the answer's.
    private static double Scaled(double share, double answers, double confidence) => answers < 1 ? share * Math.Min(1, (1 - confidence) / (1 - answers)) : 0;

    private Decision Decide(double confidence, Segment[]? segments)
    {
        bool none = segments is null || segments.Any(IsNoDigit);
        if (confidence < SureOfDigits && segments is not null && segments.All(IsNoDigit))
        {
            return Decision.NotADigit;
        }

        return confidence >= _options.MinConfidence && !none && (Promise is null || Promise.Accepts(confidence)) ? Decision.Accept : Decision.Unsure;
    }

    private bool IsNoDigit(Segment segment) => _notADigitThreshold is { } threshold
        ? segment.NotADigit > threshold
        : segment.Probability(segment.Likeliest) < _options.MinDigitProbability;

    // The least sure digit is as sure as the number, the others as much surer as the answers agree more about them.
    private static ReadDigit[] Digits(LineReading reading, PixelBox[] boxes, double confidence)
    {
        string digits = reading.Answers[0].Digits;
        double[][] shares = [.. Enumerable.Range(0, digits.Length).Select(place => Shares(reading, place))];
        double[] doubts = [.. shares.Select((share, i) => LeastDoubt + Math.Max(0, 1 - share[digits[i] - '0']))];
        double most = doubts.Max();
        return [.. digits.Select((digit, i) =>
        {
            int value = digit - '0';
            double sure = 1 - ((1 - confidence) * doubts[i] / most);
            return new ReadDigit(value, sure, Others(shares[i], value, sure), boxes[i]);
        })];
    }

    private static RankedDigit[] Others(double[] shares, int value, double sure) =>
        [.. shares
            .Select((share, k) => new RankedDigit(k, k == value ? 0 : (float)Scaled(share, shares[value], sure)))
            .Where(other => other.Probability >= LeastAlternative)
            .OrderByDescending(other => other.Probability).Take(3)];

    // What the answers say of one place together, counted from the end of the number that is nearer.
    private static double[] Shares(LineReading reading, int place)
    {
        LineAnswer best = reading.Answers[0];
        double[] shares = new double[10];
        foreach (LineAnswer answer in reading.Answers)
        {
            int at = answer.Digits.Length == best.Digits.Length || place < best.Digits.Length / 2 ? place : answer.Digits.Length - (best.Digits.Length - place);
            if ((uint)at < answer.Digits.Length && char.IsAsciiDigit(answer.Digits[at]))
            {
                shares[answer.Digits[at] - '0'] += answer.Probability;
            }
        }

        return shares;
    }

    // In pixels of the normalized line: where the lattice has the digit's ink, else where the line network saw it.
    private static PixelBox[] Boxes(LineReading reading, LineAnswer answer, Segment[]? segments)
    {
        if (segments is not null)
        {
            return [.. segments.Select(segment => segment.Box)];
        }

        int columns = reading.Scores.Columns;
        (int First, int End)[] places = CtcAlignment.Of(reading.Scores.Only(char.IsAsciiLetterOrDigit), answer.Digits);
        int top = (LineNormalizer.Height - LineNormalizer.DigitHeight) / 2;
        return [.. places.Select(place => new PixelBox(place.First * columns, top, (place.End - place.First) * columns, LineNormalizer.DigitHeight))];
    }

    private static PixelBox InInk(PixelBox box, TextLine line)
    {
        double scale = line.Height / LineNormalizer.DigitHeight;
        double left = line.Left + (box.X * scale);
        double top = line.Top + (line.Slope * (left - line.Left)) + ((box.Y - ((LineNormalizer.Height - LineNormalizer.DigitHeight) / 2.0)) * scale);
        return new PixelBox((int)left, (int)top, Math.Max(1, (int)Math.Ceiling(box.Width * scale)), Math.Max(1, (int)Math.Ceiling(box.Height * scale)));
    }
}
