using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Digits;
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
public sealed class PostcodeReader : PictureReader<PictureReading>, ILineViewer
{
    private static readonly PostcodeOptions Choice = PostcodeOptions.Default;

    private readonly Grammar _grammar;
    private readonly NumberReader _field;
    private readonly LineRecognizer _lines;

    /// <summary>A reader.</summary>
    /// <param name="digits">Says which digit a normalized picture shows.</param>
    /// <param name="lines">Says what symbols a normalized line shows.</param>
    /// <param name="postcode">What postcodes there are: <see cref="Grammar.Postcode"/>, or a list.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">
    /// Every postcode has letters, which are not read; or an error rate is asked for, and the line network carries no held-out scores.
    /// </exception>
    public PostcodeReader(DigitClassifier digits, LineClassifier lines, Grammar postcode, ReadingOptions? options = null)
        : base(options, NetworksOf(digits, lines))
    {
        ArgumentNullException.ThrowIfNull(postcode);
        if (postcode.NeedsLetters)
        {
            throw new ArgumentException($"A {postcode.Name} has letters, and handwritten letters are not read.", nameof(postcode));
        }

        _grammar = postcode;
        _field = new NumberReader(digits, lines, Options, postcode);
        _lines = new LineRecognizer(digits, lines, Options, postcode);
    }

    /// <summary>The threshold that keeps the error rate that was asked for, or why there is none; null if no rate was asked for.</summary>
    public SelectiveRiskThreshold? Threshold => _field.Threshold;

    /// <inheritdoc/>
    public override string? Refusal(int digits) => PromiseRefusal.OfNumbers(Threshold);

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
    /// <param name="check">Optional; asked before each place.</param>
    internal IReadOnlyList<PostcodeCandidate> Candidates(PictureInk ink, bool all = false, CancellationCheck? check = null)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        IReadOnlyList<AddressBlock> blocks = AddressBlock.Find([.. WritingLine.Find(WritingParts.Choose(components)).Where(line => !line.IsBarcode)]);
        List<PostcodeCandidate> candidates = [];
        IEnumerable<PostcodePlace> places = PostcodePlace.Of(blocks, ink.Ink.Width, ink.Ink.Height, _grammar.BeforeTown);
        foreach (PostcodePlace place in places.Where(place => all || place.Value > 0).Take(Choice.MaxPlaces))
        {
            check?.ThrowIfCancelled();
            TextLine line = TextLine.Through([.. place.Run.Parts.Select(part => part.Box)]);
            (GrayImage alone, int left, int top) = WordRunInk.Cut(ink.Ink, components, place.Run, line);
            LineReading reading = _lines.Read(alone, line, left, top, check);
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

    private protected override PictureReading Read(GivenPicture picture)
    {
        var steps = new InkTrace();
        PictureInk ink = (picture with { Trace = steps }).Ink(InkOptions);
        if (IsField(ink))
        {
            return _field.ReadGiven(picture);
        }

        picture.Trace?.AddAll(steps);
        List<PostcodeCandidate> ranked = PostcodeChoice.Ranked(Candidates(ink, check: picture.Check));
        if (ranked.Count == 0 || ranked[0].Value < 0 || _lines.Decide(ranked[0].Reading, ranked[0].Line, ink) is not { } number)
        {
            string why = ranked.Count == 0 ? "no writing that could be one" : $"{Places(ranked.Count)}, and none reads as one";
            return new PictureReading(picture.Width, picture.Height, []) { Findings = [$"no {_grammar.Name}: {why}"] };
        }

        double[] probabilities = PostcodeChoice.Probabilities([.. ranked.Select(candidate => candidate.Value)]);
        return new PictureReading(picture.Width, picture.Height, [PostcodeChoice.AtPlace(number, probabilities[0], Options.MinConfidence, Threshold)])
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
