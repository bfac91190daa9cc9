using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Decides what becomes of a line that was read: an accepted number, an unsure one, "not a digit", or nothing.</summary>
internal sealed class RejectRule
{
    private readonly ReadingOptions _options;
    private readonly Grammar? _grammar;
    private readonly double? _notADigitThreshold;
    private readonly LineConfidence? _confidence;
    private readonly RejectRuleOptions _rule;

    /// <summary>A rule.</summary>
    /// <param name="options">The confidence or the error rate at which a number is accepted.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    /// <param name="card">The line networks' card, with the weights of the evidence and the results on held-out lines.</param>
    /// <param name="notADigitThreshold">A piece with a higher probability of no digit is no digit; null where the network for digits cannot tell.</param>
    /// <param name="rule">Its numbers; <see cref="RejectRuleOptions.Default"/> by default.</param>
    /// <exception cref="ArgumentException">An error rate is asked for, and the card has no scores to promise it from.</exception>
    /// <exception cref="InvalidDataException">The card weighs other evidence than this version knows.</exception>
    public RejectRule(ReadingOptions options, Grammar? grammar, ModelCard card, double? notADigitThreshold, RejectRuleOptions? rule = null)
    {
        _options = options;
        _grammar = grammar;
        _notADigitThreshold = notADigitThreshold;
        _confidence = LineConfidence.Of(card);
        _rule = rule ?? RejectRuleOptions.Default;
        Threshold = options.MaxError is { } rate
            ? SelectiveRiskThreshold.Of(card.HeldOut ?? throw NoScores(nameof(options)), rate, _rule.LeastCoverage)
            : null;
    }

    /// <summary>The threshold that every number is held to; null where no error rate was asked for.</summary>
    public SelectiveRiskThreshold? Threshold { get; }

    /// <summary>The number that a line shows; null where it shows no digit.</summary>
    /// <param name="reading">What the two decoders say.</param>
    /// <param name="line">Where the line is, in pixels of the ink.</param>
    /// <param name="ink">The picture's ink.</param>
    public ReadNumber? Decide(LineReading reading, TextLine line, PictureInk ink)
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
        return new ReadNumber(answer.Text, confidence, Outcome(confidence, segments), around, digits)
        {
            Value = _grammar?.Canonical(answer.Text),
            Explanation = explanation is { Changes.Count: > 0 } ? explanation : null,
            Alternatives = [.. reading.Answers.Skip(1)
                .Select(other => new RankedText(other.Text, Scaled(other.Probability, answer.Probability, confidence)))
                .Where(other => other.Probability >= Alternatives.Least).Take(Alternatives.MostTexts)],
        };
    }

    private static ArgumentException NoScores(string parameter) =>
        new("The line network's file has no held-out scores, from which alone a rate of errors can be promised.", parameter);

    // The probability of an alternative: what the confidence leaves, divided as the shares divide what the answer's share leaves.
    private static double Scaled(double share, double answers, double confidence) => answers < 1 ? share * Math.Min(1, (1 - confidence) / (1 - answers)) : 0;

    private Decision Outcome(double confidence, Segment[]? segments)
    {
        bool none = segments is null || segments.Any(IsNoDigit);
        if (confidence < _rule.SureOfDigits && segments is not null && segments.All(IsNoDigit))
        {
            return Decision.NotADigit;
        }

        return confidence >= _options.MinConfidence && !none && Threshold?.Accepts(confidence) != false ? Decision.Accept : Decision.Unsure;
    }

    private bool IsNoDigit(Segment segment) => _notADigitThreshold is { } threshold
        ? segment.NotADigit > threshold
        : segment.Probability(segment.Likeliest) < _options.MinDigitProbability;

    // The least certain digit gets the confidence of the number; the others a higher one, the more the answers agree about them.
    private ReadDigit[] Digits(LineReading reading, PixelBox[] boxes, double confidence)
    {
        string digits = reading.Answers[0].Digits;
        double[][] shares = [.. Enumerable.Range(0, digits.Length).Select(place => Shares(reading, place))];
        double[] doubts = [.. shares.Select((share, i) => _rule.LeastDoubt + Math.Max(0, 1 - share[digits[i] - '0']))];
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
            .Where(other => other.Probability >= Alternatives.Least)
            .OrderByDescending(other => other.Probability).Take(Alternatives.MostDigits)];

    // The probability of each digit at one place, summed over the answers. Where their lengths differ, places count from the nearer end.
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

    // The digits' boxes in pixels of the normalized line: of the lattice's pieces, or where the first line network saw them.
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
