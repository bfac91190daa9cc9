using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Pages;
using Cifra.Network;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading;

/// <summary>Reads the numbers in a picture, digits that touch among them; each line by two readers, within a grammar where one is known.</summary>
/// <remarks>
/// The way: picture → ink (<see cref="PictureInk"/>) → digits' parts → lines (<see cref="LineFinder"/>, <see cref="TextLine"/>) → each line at one height
/// (<see cref="LineNormalizer"/>) → two readers (<see cref="LineReader"/>) → numbers. Serves any number of threads at once.
/// </remarks>
/// <example><c>NumberReader.Default.Read("cheque-amount.png").Numbers[0].Text</c></example>
public sealed class NumberReader
{
    private static readonly Lazy<NumberReader> Shipped = new(() => new NumberReader(Pretrained.Field, Pretrained.Lines));

    private readonly LineReader _reader;
    private readonly LineJudge _judge;
    private readonly Grammar? _grammar;

    /// <summary>A reader with networks of the caller's choice.</summary>
    /// <param name="digits">Says which digit a normalized picture shows.</param>
    /// <param name="lines">Says what symbols a normalized line shows.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <param name="grammar">What the picture's one field may hold; null reads every number on the page, whatever it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A rate of errors is asked for, and the line network carries no held-out scores to promise it from.</exception>
    public NumberReader(DigitClassifier digits, LineClassifier lines, ReadingOptions? options = null, Grammar? grammar = null)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(lines);
        Options = options ?? ReadingOptions.Default;
        Options.Check();
        _grammar = grammar;
        _reader = new LineReader(lines, (pixels, probabilities, notADigit) => digits.Probabilities(pixels, probabilities, notADigit), grammar);
        _judge = new LineJudge(Options, grammar, lines.Card, NotADigit.Threshold(digits));
    }

    /// <summary>The reader with the networks that ship inside the library.</summary>
    public static NumberReader Default => Shipped.Value;

    /// <summary>How it reads.</summary>
    public ReadingOptions Options { get; }

    /// <summary>What every number is held to, or why nothing can be promised; null where no rate was asked for.</summary>
    /// <remarks>Promised is about numbers like those on the composed lines that were held out from training: docs/reading.md.</remarks>
    public ErrorPromise? Promise => _judge.Promise;

    /// <summary>Reads a picture file: PNG, JPEG, BMP or PNM, whatever its name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no picture, damaged, or above the limits.</exception>
    public PictureReading Read(string path) => Read(PictureFile.Load(path, Options.Limits));

    /// <summary>Reads a picture in colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    public PictureReading Read(ColorImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(PictureInk.Of(picture, InkOptions, trace));
    }

    /// <summary>Reads a grey picture; dark ink on bright paper or the other way round.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    public PictureReading Read(GrayImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(PictureInk.Of(picture, InkOptions, trace));
    }

    /// <summary>What the two readers make of each line, for who wants to look into it.</summary>
    public IReadOnlyList<LineView> Look(ColorImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        PictureInk ink = PictureInk.Of(picture, InkOptions);
        return [.. Lines(ink).Select(line => LineView.Of(line.Reading, line.Line, ink))];
    }

    /// <summary>The same in pixels of the ink.</summary>
    internal IReadOnlyList<(TextLine Line, LineReading Reading)> Lines(PictureInk ink) => [.. TextLines(ink).Select(line => (line, _reader.Read(Normalize(ink, line))))];

    /// <summary>The steps from a field's picture to its ink. Lines keep their slope and slant: the line network learned from such.</summary>
    internal static PictureInkOptions FieldSteps { get; } = LineDrawer.Steps;

    private PictureInkOptions InkOptions => FieldSteps with { WorkingSide = Options.WorkingSide, FindPage = _grammar is null };

    /// <summary>Reads a picture whose ink has been taken already, as that of a form's field has.</summary>
    internal PictureReading Read(PictureInk ink)
    {
        List<ReadNumber> numbers = [];
        List<string> findings = [];
        foreach ((TextLine line, LineReading reading) in Lines(ink))
        {
            if (_judge.Judge(reading, line, ink) is { } number)
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

    private static GrayImage Normalize(PictureInk ink, TextLine line)
    {
        double right = Math.Min(line.Right, line.Left + (line.Height / LineNormalizer.DigitHeight * (LineClassifier.MostWidth - 1)));
        return LineNormalizer.Normalize(ink.Ink, line.Top, line.Bottom, line.Left, right, line.Slope);
    }
}
