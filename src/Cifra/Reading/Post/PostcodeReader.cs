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

/// <summary>Finds and reads the postcode on a picture of an envelope, a label or an address block; or on one that shows nothing but the postcode.</summary>
/// <remarks>
/// The way: picture → page → ink (<see cref="PictureInk"/>) → parts of writing, letters too → lines (<see cref="WritingLine"/>) → blocks (<see cref="AddressBlock"/>)
/// → runs of words that have a postcode's shape (<see cref="WordRun"/>) → each read by two readers under the grammar → the best by reading and place
/// (<see cref="PostcodeCandidate"/>). Serves any number of threads at once. docs/post.md.
/// </remarks>
/// <example><c>new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Postcode("us")).Read("envelope.png").Numbers[0].Text</c></example>
public sealed class PostcodeReader : PictureReader<PictureReading>, ILineViewer
{
    /// <summary>Places that are read at most; this bounds the time that a page of a book takes.</summary>
    private const int MostPlaces = 400;

    /// <summary>Another place is named if its odds against the best one are at least this.</summary>
    private const double LeastOther = 0.01;

    private readonly Grammar _grammar;
    private readonly NumberReader _field;
    private readonly LineRecognizer _lines;

    /// <summary>A reader.</summary>
    /// <param name="digits">Says which digit a normalized picture shows.</param>
    /// <param name="lines">Says what symbols a normalized line shows.</param>
    /// <param name="postcode">What postcodes there are: <see cref="Grammar.Postcode"/>, or a list.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">Every postcode has letters, which are not read; or a rate of errors is asked for that nothing can be promised of.</exception>
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

    /// <summary>What every postcode is held to, or why nothing can be promised; null where no rate was asked for.</summary>
    public SelectiveRiskThreshold? Threshold => _field.Threshold;

    /// <inheritdoc/>
    public override string? Refusal(int digits) => PromiseRefusal.OfNumbers(Threshold);

    /// <summary>What the two readers make of the place that the postcode is taken from, for who wants to look into it; of no place where there is none.</summary>
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
    /// <param name="hopeless">Whether to read those too whose place alone speaks against them too much.</param>
    /// <param name="check">Asked before each place.</param>
    internal IReadOnlyList<PostcodeCandidate> Candidates(PictureInk ink, bool hopeless = false, CancellationCheck? check = null)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        IReadOnlyList<AddressBlock> blocks = AddressBlock.Find([.. WritingLine.Find(WritingParts.Choose(components)).Where(line => !line.IsBarcode)]);
        List<PostcodeCandidate> candidates = [];
        foreach (PostcodePlace place in PostcodePlace.Of(blocks, ink.Ink.Width, ink.Ink.Height, _grammar.BeforeTown).Where(place => hopeless || place.Value > 0).Take(MostPlaces))
        {
            check?.ThrowIfCancelled();
            TextLine line = TextLine.Through([.. place.Run.Parts.Select(part => part.Box)]);
            (GrayImage alone, int left, int top) = RunInk.Cut(ink.Ink, components, place.Run, line);
            LineReading reading = _lines.Read(alone, line, left, top);
            if (reading.Answers.Count > 0 && reading.Answers[0].Digits.Length > 0)
            {
                candidates.Add(new PostcodeCandidate(place, line, reading));
            }
        }

        return candidates;
    }

    // As NumberReader takes the ink of a page.
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
        PostcodeCandidate[] ranked = [.. Apart(Candidates(ink, check: picture.Check).OrderByDescending(candidate => candidate.Value))];
        double total = ranked.Aggregate(0.0, (sum, candidate) => Ctc.Sum(sum, candidate.Value)); // 0: the logarithm of the odds that there is none
        if (ranked.Length == 0 || ranked[0].Value < 0 || _lines.Decide(ranked[0].Reading, ranked[0].Line, ink) is not { } number)
        {
            return new PictureReading(picture.Width, picture.Height, [])
            {
                Findings = [ranked.Length == 0 ? $"no {_grammar.Name}: no writing that could be one" : $"no {_grammar.Name}: {Places(ranked.Length)}, and none reads as one"],
            };
        }

        double share = Math.Exp(ranked[0].Value - total);
        double confidence = number.Confidence * share;
        return new PictureReading(picture.Width, picture.Height, [number with
        {
            Name = "postcode",
            Confidence = confidence,
            Decision = number.Decision == Decision.Accept && confidence < Options.MinConfidence ? Decision.Unsure : number.Decision,
        }])
        {
            Findings = [.. ranked.Skip(1).Where(other => other.Value - ranked[0].Value >= Math.Log(LeastOther)).Take(3).Select(other => Other(other, Math.Exp(other.Value - total), ink))],
        };
    }

    // Of places that share ink the best stays.
    private static IEnumerable<PostcodeCandidate> Apart(IEnumerable<PostcodeCandidate> ranked)
    {
        List<WordRun> taken = [];
        foreach (PostcodeCandidate candidate in ranked)
        {
            WordRun run = candidate.Place.Run;
            if (!taken.Exists(other => other.Line == run.Line && other.First < run.First + run.Count && run.First < other.First + other.Count))
            {
                taken.Add(run);
                yield return candidate;
            }
        }
    }

    private string Other(PostcodeCandidate other, double share, PictureInk ink)
    {
        PixelBox box = ink.InGiven(other.Place.Run.Box);
        string text = _grammar.Canonical(other.Reading.Answers[0].Text);
        return string.Create(CultureInfo.InvariantCulture, $"{text} at [{box.X}, {box.Y}, {box.Width}, {box.Height}] may be it instead, confidence {share * other.Reading.Answers[0].Probability:F3}");
    }

    private static string Places(int count) => count == 1 ? "one place has its shape" : string.Create(CultureInfo.InvariantCulture, $"{count} places have its shape");
}
