using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Lines;
using Cifra.Imaging.Steps;
using Cifra.Network.Lines;
using Cifra.Network.Models;

namespace Cifra.Reading.Plates;

/// <summary>Finds the number plates in a picture, a street scene or nothing but a plate, and reads their digits and letters.</summary>
/// <remarks>
/// The way: picture → shapes like characters (<see cref="CharacterShapes"/>) → straight rows of them (<see cref="ShapeRows"/>, <see cref="PlateFinder"/>) → each row at
/// one height (<see cref="PlateNormalizer"/>) and a first look with the network (<see cref="RowGlance"/>) → the best are read in several views
/// (<see cref="PlateViews"/>) → plates. Serves any number of threads at once. docs/plates.md.
/// </remarks>
/// <example><c>PlateReader.Default.Read("street.jpg").Numbers[0].Text</c></example>
public sealed class PlateReader : PictureReader<PictureReading>
{
    private const int MostPlates = 6;      // read thoroughly in one picture
    private const double LeastGlance = 0.5; // value of a row that is read thoroughly
    private const double LeastSure = 0.62; // mean probability of the characters of what is called a plate
    private const double LeastSureAlone = 0.4; // the same where the picture may be nothing but a plate
    private const int LeastCharacters = 4; // of a plate in a scene
    private const int LeastCharactersAlone = 2;
    private const double LeastFirst = 0.1;   // probability of the plate that is reported
    private const double LeastAlone = 0.02;  // the same where the picture may be nothing but a plate
    private const double LeastFurther = 0.35; // the same of more plates in one picture: digits and letters mixed
    private const double OfOneKind = 0.4;     // weight of a plate of digits alone or letters alone, where there are several
    private const int MostAlternatives = 5;
    private const double LeastAlternative = 0.001;

    private static readonly Lazy<PlateReader> Shipped = new(() => new PlateReader(Pretrained.Plates));

    private readonly LineClassifier _network;
    private readonly PlateRegion _region;

    /// <summary>A reader.</summary>
    /// <param name="network">Reads rows of digits and letters, as <see cref="Pretrained.Plates"/> does.</param>
    /// <param name="region">Whose plates are expected: "us", "us-ca", "br", "eu"; null for any. docs/grammars.md.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The region is not known, or the network reads no letters.</exception>
    public PlateReader(LineClassifier network, string? region = null, ReadingOptions? options = null)
        : base(options, new ReadingNetworks(Checked(network).Hash, null))
    {
        if (!network.Symbols.Contains('A', StringComparison.Ordinal))
        {
            throw new ArgumentException($"Plates have letters; the network reads {network.Symbols}.", nameof(network));
        }

        _network = network;
        _region = new PlateRegion(region);
    }

    /// <summary>The reader with the network that ships inside the library, for plates of any region.</summary>
    public static PlateReader Default => Shipped.Value;

    /// <inheritdoc/>
    public override string? Refusal(int digits) => null;

    // A number for each plate, the surest first; none where no plate is found.
    private protected override PictureReading Read(GivenPicture given)
    {
        GrayImage picture = given.ToGray();
        InkTrace? trace = given.Trace;
        trace?.Add("grey", Step.Taken(Stage.Of(picture), "rows of shapes like characters are looked for in it"));
        List<ReadNumber> plates = [];
        foreach (PlateAnswer answer in Rows(picture, given.Check))
        {
            ReadNumber? plate = Plate(answer, picture);
            Trace(answer, plate, picture, trace);
            if (plate is not null)
            {
                plates.Add(plate);
            }
        }

        double least = PlateFinder.MayBePlate(picture) ? LeastAlone : LeastFirst;
        plates = [.. plates.OrderByDescending(Rank).Where((plate, i) => i == 0 ? plate.Confidence >= least : plate.Confidence >= LeastFurther && IsMixed(plate.Text))];
        return new PictureReading(picture.Width, picture.Height, plates)
        {
            Findings = plates.Count == 0 ? ["no number plate found"] : [],
        };
    }

    /// <summary>The rows that were read thoroughly, for who wants to look into it.</summary>
    internal IEnumerable<PlateAnswer> Rows(GrayImage picture, CancellationCheck? check = null) => Glances(picture, check).Select(glance =>
    {
        check?.ThrowIfCancelled();
        return PlateViews.Read(picture, _network, glance.Row, _region.Decoder, check);
    });

    /// <summary>The rows that look like plates at first sight, best first, no two of one plate.</summary>
    internal List<RowGlance> Glances(GrayImage picture, CancellationCheck? check = null)
    {
        PlateRow[] whole = PlateFinder.MayBePlate(picture) ? [.. PlateFinder.WholePicture(picture)] : [];
        IEnumerable<RowGlance> glances = PlateFinder.Find(picture, check).Concat(whole)
            .Select(row =>
            {
                check?.ThrowIfCancelled();
                return RowGlance.At(picture, _network, row);
            }).OfType<RowGlance>()
            .Where(glance => glance.Value >= LeastGlance).OrderByDescending(glance => glance.Value);
        List<RowGlance> kept = [];
        foreach (RowGlance glance in glances)
        {
            bool alone = kept.Count > 0 && whole.Contains(kept[0].Row); // a picture that is a plate shows no other
            if (!alone && kept.Count < MostPlates && !kept.Exists(better => IsOfOnePlate(glance.Row, better.Row)))
            {
                kept.Add(glance);
            }
        }

        return kept;
    }

    private static LineClassifier Checked(LineClassifier network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network;
    }

    // Words and times of day are rows of characters too; most plates have both kinds of character.
    private static double Rank(ReadNumber plate) => IsMixed(plate.Text) ? plate.Confidence : OfOneKind * plate.Confidence;

    private static bool IsMixed(string text) => text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);

    // Frames, slogans and the same row read otherwise lie within the plate of a better row.
    private static bool IsOfOnePlate(PlateRow row, PlateRow better)
    {
        Quadrilateral plate = PlateOutline.Around(better, american: true);
        return Contains(plate, row.Centre) || Contains(PlateOutline.Around(row, american: true), better.Centre);
    }

    private static bool Contains(Quadrilateral shape, PicturePoint place)
    {
        PicturePoint[] corners = shape.Corners;
        return Enumerable.Range(0, 4).All(i =>
        {
            PicturePoint from = corners[i];
            PicturePoint to = corners[(i + 1) % 4];
            return ((to.X - from.X) * (place.Y - from.Y)) - ((to.Y - from.Y) * (place.X - from.X)) >= 0;
        });
    }

    private ReadNumber? Plate(PlateAnswer answer, GrayImage picture)
    {
        RankedText[] texts = [.. Ranked(answer.Texts)];
        if (texts.Length == 0)
        {
            return null;
        }

        RankedText best = texts[0];
        bool alone = PlateFinder.MayBePlate(picture);
        List<ReadDigit> characters = PlateCharacters.Of(answer, best.Text, (picture.Width, picture.Height));
        if (best.Text.Length < (alone ? LeastCharactersAlone : LeastCharacters) || (!alone && best.Matches == false)
            || characters.Average(character => character.Confidence) < (alone ? LeastSureAlone : LeastSure))
        {
            return null;
        }

        Quadrilateral outline = PlateOutline.Around(answer.Row, _region.IsAmerican);
        return new ReadNumber(
            best.Text,
            best.Probability,
            best.Probability >= Options.MinConfidence && best.Matches != false ? Decision.Accept : Decision.Unsure,
            outline.Bounds(picture.Width, picture.Height),
            characters)
        {
            Name = _region.Of(best.Text),
            Corners = outline.Corners,
            Alternatives = [.. texts.Skip(1).Where(text => text.Probability >= LeastAlternative).Take(MostAlternatives)],
        };
    }

    private static void Trace(PlateAnswer answer, ReadNumber? plate, GrayImage picture, InkTrace? trace)
    {
        if (trace is not null)
        {
            PlateViews.View view = answer.Views[0];
            GrayImage line = PlateNormalizer.Normalize(picture, view.Row.Corners, view.Row.Bright, view.Width);
            string said = plate is null
                ? $"no plate: {(answer.Texts.Count > 0 ? answer.Texts[0].Text : "no text")}"
                : string.Create(CultureInfo.InvariantCulture, $"{plate.Text} with probability {plate.Confidence:F3}");
            trace.Add("row", new Step(new Stage(line, PlateNormalizer.ToPicture(view.Row.Corners, view.Width)), plate is not null, $"{(view.Row.Bright ? "bright" : "dark")} characters: {said}"));
        }
    }

    // What is seen, weighed by how likely plates of that form are; probabilities keep their sum.
    private IEnumerable<RankedText> Ranked(IReadOnlyList<RankedText> texts)
    {
        RankedText[] weighed = [.. texts.Select(text => new RankedText(text.Text, text.Probability * _region.Weight(text.Text)) { Matches = _region.Accepts(text.Text) })];
        double share = texts.Sum(text => text.Probability) / Math.Max(1e-12, weighed.Sum(text => text.Probability));
        return weighed.Select(text => text with { Probability = Math.Min(1, text.Probability * share) })
            .OrderByDescending(text => text.Probability).ThenBy(text => text.Text, StringComparer.Ordinal);
    }
}
