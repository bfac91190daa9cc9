using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Lines;

/// <summary>Reads numbers as whole lines, touching digits and the signs between them too, within a grammar where one is given.</summary>
/// <remarks>
/// <see cref="Digits.DigitReader"/> reads separate digits one by one instead: faster, and enough where digits do not touch. The way here: picture → ink
/// (<see cref="PictureInk"/>) → parts of digits → lines (<see cref="LineFinder"/>, <see cref="TextLine"/>) → each line recognized
/// (<see cref="LineRecognizer"/>) → numbers. Serves any number of threads at once.
/// </remarks>
/// <example><c>NumberReader.Default.Read("cheque-amount.png").Numbers[0].Text</c></example>
public sealed class NumberReader : PictureReader<PictureReading>, ILineViewer
{
    private static readonly Lazy<NumberReader> Shipped = new(() => new NumberReader(Pretrained.Field, Pretrained.Lines));

    private readonly LineRecognizer _lines;
    private readonly Grammar? _grammar;

    /// <summary>A reader with networks of the caller's choice.</summary>
    /// <param name="digits">Says which digit a normalized picture shows.</param>
    /// <param name="lines">Says what symbols a normalized line shows.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <param name="grammar">What the picture's one field may hold; null reads every number on the page, whatever it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A rate of errors is asked for, and the line network carries no held-out scores to promise it from.</exception>
    public NumberReader(DigitClassifier digits, LineClassifier lines, ReadingOptions? options = null, Grammar? grammar = null)
        : base(options, NetworksOf(digits, lines))
    {
        _grammar = grammar;
        _lines = new LineRecognizer(digits, lines, Options, grammar);
    }

    /// <summary>The reader with the networks that ship inside the library.</summary>
    public static NumberReader Default => Shipped.Value;

    /// <summary>The threshold that every number is held to, or why there is none; null where no error rate was asked for.</summary>
    /// <remarks>It rests on composed lines that were held out from training, and holds for numbers like those: docs/reading.md.</remarks>
    public SelectiveRiskThreshold? Threshold => _lines.Threshold;

    /// <inheritdoc/>
    public override string? Refusal(int digits) => PromiseRefusal.OfNumbers(Threshold);

    /// <inheritdoc/>
    public IReadOnlyList<LineView> Look(ColorImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        PictureInk ink = PictureInk.Of(picture, InkOptions);
        return [.. Lines(ink).Select(line => LineView.Of(line.Reading, line.Line, ink))];
    }

    /// <summary>The lines, in pixels of the ink, as they are read.</summary>
    internal IReadOnlyList<(TextLine Line, LineReading Reading)> Lines(PictureInk ink, CancellationCheck? check = null) => [.. TextLines(ink).Select(line =>
    {
        check?.ThrowIfCancelled();
        return (line, _lines.Read(ink.Ink, line, check: check));
    })];

    // The same for a picture that another reader has opened.
    internal PictureReading ReadGiven(GivenPicture picture) => Read(picture);

    private PictureInkOptions InkOptions => PictureInkOptions.Field with { WorkingSide = Options.WorkingSide, FindPage = _grammar is null };

    private protected override PictureReading Read(GivenPicture picture) => Read(picture.Ink(InkOptions), picture.Check);

    /// <summary>Reads a picture whose ink has been taken already, as that of a form's field has.</summary>
    internal PictureReading Read(PictureInk ink, CancellationCheck? check)
    {
        List<ReadNumber> numbers = [];
        List<string> findings = [];
        foreach ((TextLine line, LineReading reading) in Lines(ink, check))
        {
            if (_lines.Decide(reading, line, ink) is { } number)
            {
                numbers.Add(number);
            }
            else if (_grammar is not null && reading.Refused.Count > 0 && reading.Refused[0].Digits.Length > 0)
            {
                string text = reading.Refused[0].Text;
                findings.Add($"no {_grammar.Name}: it reads as {text}, which is none: {_grammar.Objection(text)}");
            }
        }

        return new PictureReading(ink.GivenWidth, ink.GivenHeight, numbers) { Findings = findings };
    }

    private List<TextLine> TextLines(PictureInk ink)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        DigitInk[] digits = [.. DigitGrouping.Group(DigitParts.Choose(components)).OrderByDescending(digit => digit.Area).Take(Options.MaxDigits)];
        if (LineFinder.Main(digits) is not { } line)
        {
            return [];
        }

        // One field: the main line, from its first digit to its last.
        TextLine main = Through(line);
        return _grammar is not null || FieldSize.IsField(main, ink)
            ? [main with { Apart = 1 - (line.Sum(Size) / digits.Sum(Size)) }]
            : [.. LineFinder.Find(digits).Select(Through)];
    }

    private static double Size(DigitInk digit) => (double)digit.Box.Height * digit.Box.Height;

    private static TextLine Through(List<DigitInk> digits) => TextLine.Through([.. digits.Select(digit => digit.Box)]);
}
