using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Recognizes one line of writing: ink and a line in, a number out.</summary>
/// <remarks>
/// Every line goes this way: normalization (<see cref="LineNormalizer"/>), the line networks and the lattice (<see cref="LineDecoder"/>), the decision
/// (<see cref="RejectRule"/>). Fields, postcodes and cheques differ only in where they look for lines. Serves any number of threads at once.
/// </remarks>
internal sealed class LineRecognizer
{
    private readonly LineDecoder _decoder;
    private readonly RejectRule _rejects;

    /// <summary>A recognizer.</summary>
    /// <param name="digits">The network for single digits.</param>
    /// <param name="lines">The line networks.</param>
    /// <param name="options">The confidence or the error rate at which a number is accepted.</param>
    /// <param name="grammar">What lines may say; null for any numbers.</param>
    /// <exception cref="ArgumentException">A maximum error rate is asked for, and the line network carries no held-out scores.</exception>
    /// <exception cref="InvalidDataException">The line network's card weighs other evidence than this version knows.</exception>
    public LineRecognizer(DigitClassifier digits, LineClassifier lines, ReadingOptions options, Grammar? grammar)
    {
        Grammar = grammar;
        _decoder = new LineDecoder(lines, (pixels, probabilities, notADigit) => digits.Probabilities(pixels, probabilities, notADigit), grammar);
        _rejects = new RejectRule(options, grammar, lines.Card, NotADigit.Threshold(digits));
    }

    /// <summary>What lines may say; null for any numbers.</summary>
    public Grammar? Grammar { get; }

    /// <summary>The threshold that every number is held to; null where no maximum error rate was asked for.</summary>
    public SelectiveRiskThreshold? Threshold => _rejects.Threshold;

    /// <summary>Reads a line with both decoders; of a line that is longer than the networks take, its beginning.</summary>
    /// <param name="ink">The page's ink, or a cut of it that holds the line alone.</param>
    /// <param name="line">The line, in pixels of the page.</param>
    /// <param name="left">Column of the page where <paramref name="ink"/> begins.</param>
    /// <param name="top">Row of the page where <paramref name="ink"/> begins.</param>
    /// <param name="check">Asked before each view of the line.</param>
    public LineReading Read(GrayImage ink, TextLine line, int left = 0, int top = 0, CancellationCheck? check = null)
    {
        double right = Math.Min(line.Right, line.Left + (line.Height / LineNormalizer.DigitHeight * (_decoder.Widest - 1)));
        return _decoder.Decode(LineNormalizer.Normalize(ink, line.Top - top, line.Bottom - top, line.Left - left, right - left, line.Slope), check);
    }

    /// <summary>The number that a line shows, accepted or not; null where it shows no digit.</summary>
    /// <param name="reading">The line as <see cref="Read"/> read it.</param>
    /// <param name="line">The line, in pixels of the page.</param>
    /// <param name="page">The page's ink, which knows where its pixels are in the picture.</param>
    public ReadNumber? Decide(LineReading reading, TextLine line, PictureInk page) => _rejects.Decide(reading, line, page);
}
