using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>Finds and reads the postcode on a picture of an envelope, a label or an address block, or of the postcode alone.</summary>
/// <remarks>
/// Steps: ink (<see cref="PictureInk"/>); parts of writing, letters too (<see cref="WritingParts"/>); lines (<see cref="WritingLine"/>) and blocks
/// (<see cref="AddressBlock"/>); runs of words as wide as a postcode (<see cref="WordRun"/>); each read by two readers within the grammar; the best by
/// reading and place (<see cref="PostcodeChoice"/>). Serves any number of threads at once. docs/post.md.
/// </remarks>
/// <example><c>new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Postcode("us")).Read("envelope.png").Numbers[0].Text</c></example>
public sealed class PostcodeReader
{
    private static readonly PostcodeOptions Choice = PostcodeOptions.Default;

    private readonly Grammar _grammar;
    private readonly NumberReader _field;
    private readonly LineReader _reader;
    private readonly RejectRule _judge;

    /// <summary>A reader.</summary>
    /// <param name="digits">Says which digit a normalized picture shows.</param>
    /// <param name="lines">Says what symbols a normalized line shows.</param>
    /// <param name="postcode">What postcodes there are: <see cref="Grammar.Postcode"/>, or a list.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">
    /// Every postcode has letters, which are not read; or a rate of errors is asked for that nothing can be promised of.
    /// </exception>
    public PostcodeReader(DigitClassifier digits, LineClassifier lines, Grammar postcode, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(postcode);
        if (postcode.NeedsLetters)
        {
            throw new ArgumentException($"A {postcode.Name} has letters, and handwritten letters are not read.", nameof(postcode));
        }

        Options = options ?? ReadingOptions.Default;
        _grammar = postcode;
        _field = new NumberReader(digits, lines, Options, postcode);
        _reader = new LineReader(lines, (pixels, probabilities, notADigit) => digits.Probabilities(pixels, probabilities, notADigit), postcode);
        _judge = new RejectRule(Options, postcode, lines.Card, NotADigit.Threshold(digits));
    }

    /// <summary>How it reads.</summary>
    public ReadingOptions Options { get; }

    /// <summary>What every postcode is held to, or why nothing can be promised; null where no rate was asked for.</summary>
    public SelectiveRiskThreshold? Promise => _field.Promise;

    /// <summary>Reads a picture file: PNG, JPEG, BMP or PNM, whatever its name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no picture, damaged, or above the limits.</exception>
    public PictureReading Read(string path) => Read(PictureFile.Load(path, Options.Limits));

    /// <summary>Reads a picture in colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    /// <returns>The postcode as its one number; none, and a finding that says so, where there is none.</returns>
    public PictureReading Read(ColorImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var steps = new InkTrace();
        PictureInk ink = PictureInk.Of(picture, InkOptions, steps);
        if (IsField(ink))
        {
            return _field.Read(picture, trace);
        }

        trace?.AddAll(steps);
        return Read(ink, picture.Width, picture.Height);
    }

    /// <summary>Reads a grey picture; dark ink on bright paper or the other way round.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    /// <returns>The postcode as its one number; none, and a finding that says so, where there is none.</returns>
    public PictureReading Read(GrayImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var steps = new InkTrace();
        PictureInk ink = PictureInk.Of(picture, InkOptions, steps);
        if (IsField(ink))
        {
            return _field.Read(picture, trace);
        }

        trace?.AddAll(steps);
        return Read(ink, picture.Width, picture.Height);
    }

    /// <summary>What the two readers say of the place that the postcode is taken from; empty if there is no such place.</summary>
    public IReadOnlyList<LineView> Look(ColorImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        PictureInk ink = PictureInk.Of(picture, InkOptions);
        return IsField(ink)
            ? _field.Look(picture)
            : [.. Candidates(ink).OrderByDescending(candidate => candidate.Value).Take(1).Select(best => LineView.Of(best.Reading, best.Line, ink))];
    }

    /// <summary>Every place of a page that may be a postcode, read; in no order.</summary>
    /// <param name="ink">The page.</param>
    /// <param name="all">Whether to read all places, even those whose position alone leaves odds below even.</param>
    internal IReadOnlyList<PostcodeCandidate> Candidates(PictureInk ink, bool all = false)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        IReadOnlyList<AddressBlock> blocks = AddressBlock.Find([.. WritingLine.Find(WritingParts.Choose(components)).Where(line => !line.IsBarcode)]);
        List<PostcodeCandidate> candidates = [];
        IEnumerable<PostcodePlace> places = PostcodePlace.Of(blocks, ink.Ink.Width, ink.Ink.Height, _grammar.BeforeTown);
        foreach (PostcodePlace place in places.Where(place => all || place.Value > 0).Take(Choice.MaxPlaces))
        {
            TextLine line = TextLine.Through([.. place.Run.Parts.Select(part => part.Box)]);
            LineReading reading = _reader.Read(WordRunNormalizer.Normalize(ink.Ink, components, place.Run, line));
            if (reading.Answers.Count > 0 && reading.Answers[0].Digits.Length > 0)
            {
                candidates.Add(new PostcodeCandidate(place, line, reading));
            }
        }

        return candidates;
    }

    // The options with which NumberReader takes the ink of a page.
    private PictureInkOptions InkOptions => PictureInkOptions.Default with { WorkingSide = Options.WorkingSide, Straighten = false };

    private static bool IsField(PictureInk ink) => FieldSize.IsField(ink);

    private PictureReading Read(PictureInk ink, int width, int height)
    {
        List<PostcodeCandidate> ranked = PostcodeChoice.Ranked(Candidates(ink));
        if (ranked.Count == 0 || ranked[0].Value < 0 || _judge.Judge(ranked[0].Reading, ranked[0].Line, ink) is not { } number)
        {
            string why = ranked.Count == 0 ? "no writing that could be one" : $"{Places(ranked.Count)}, and none reads as one";
            return new PictureReading(width, height, []) { Findings = [$"no {_grammar.Name}: {why}"] };
        }

        double[] probabilities = PostcodeChoice.Probabilities([.. ranked.Select(candidate => candidate.Value)]);
        return new PictureReading(width, height, [PostcodeChoice.AtPlace(number, probabilities[0], Options.MinConfidence, Promise)])
        {
            Findings =
            [
                .. ranked.Zip(probabilities).Skip(1)
                    .Where(other => other.First.Value - ranked[0].Value >= Math.Log(Choice.MinOddsOfOther)).Take(Choice.MaxOthers)
                    .Select(other => Other(other.First, other.Second, ink)),
            ],
        };
    }

    private string Other(PostcodeCandidate other, double placeProbability, PictureInk ink)
    {
        PixelBox box = ink.InGiven(other.Place.Run.Box);
        string text = _grammar.Canonical(other.Reading.Answers[0].Text);
        double confidence = placeProbability * other.Reading.Answers[0].Probability;
        return string.Create(
            CultureInfo.InvariantCulture, $"{text} at [{box.X}, {box.Y}, {box.Width}, {box.Height}] may be it instead, confidence {confidence:F3}");
    }

    private static string Places(int count) => count == 1
        ? "one place has its shape"
        : string.Create(CultureInfo.InvariantCulture, $"{count} places have its shape");
}
