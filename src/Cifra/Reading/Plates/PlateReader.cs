using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Lines;
using Cifra.Imaging.Steps;
using Cifra.Network.Lines;
using Cifra.Network.Models;

namespace Cifra.Reading.Plates;

/// <summary>Finds the number plates in a picture, of a street or of a plate alone, and reads their digits and letters.</summary>
/// <remarks>
/// Steps: shapes of a character's size (<see cref="CharacterShapes"/>); straight rows of them (<see cref="ShapeRows"/>, <see cref="PlateFinder"/>); each
/// row cut out at one height (<see cref="PlateNormalizer"/>) and read once (<see cref="FirstPassReading"/>); the best rows read in several views
/// (<see cref="PlateViews"/>); plates. Serves any number of threads at once. docs/plates.md.
/// </remarks>
/// <example><c>PlateReader.Default.Read("street.jpg").Numbers[0].Text</c></example>
public sealed class PlateReader : PictureReader<PictureReading>
{
    private static readonly PlateDecisionOptions Decisions = PlateDecisionOptions.Default;
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

    // A number for each plate, the best first; none if no plate is found.
    private protected override PictureReading Read(GivenPicture given)
    {
        GrayImage picture = given.ToGray();
        InkTrace? trace = given.Trace;
        trace?.Add("grey", Step.Taken(Stage.Of(picture), "searched for rows of shapes like characters"));
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

        plates = Reported(plates, PlateFinder.MayBePlate(picture));
        return new PictureReading(picture.Width, picture.Height, plates)
        {
            Findings = plates.Count == 0 ? ["no number plate found"] : [],
        };
    }

    /// <summary>The rows that are read in several views, with what these say.</summary>
    internal IEnumerable<PlateAnswer> Rows(GrayImage picture, CancellationCheck? check = null) => FirstPass(picture, check).Select(reading =>
    {
        check?.ThrowIfCancelled();
        return PlateViews.Read(picture, _network, reading.Row, _region.Decoder, check);
    });

    /// <summary>The rows that the first pass takes for plates, best first, one for each plate.</summary>
    internal List<FirstPassReading> FirstPass(GrayImage picture, CancellationCheck? check = null)
    {
        PlateRow[] whole = PlateFinder.MayBePlate(picture) ? [.. PlateFinder.WholePicture(picture)] : [];
        IEnumerable<FirstPassReading> readings = PlateFinder.Find(picture, check: check).Concat(whole)
            .Select(row =>
            {
                check?.ThrowIfCancelled();
                return FirstPassReading.Of(picture, _network, row);
            }).OfType<FirstPassReading>()
            .Where(reading => reading.Score >= Decisions.MinScore).OrderByDescending(reading => reading.Score);
        List<FirstPassReading> kept = [];
        foreach (FirstPassReading reading in readings)
        {
            bool isCrop = kept.Count > 0 && whole.Contains(kept[0].Row); // the whole picture is one plate: it shows no other
            if (!isCrop && kept.Count < Decisions.MaxRows && !kept.Exists(better => IsOfOnePlate(reading.Row, better.Row)))
            {
                kept.Add(reading);
            }
        }

        return kept;
    }

    /// <summary>The plates that are reported, the best first.</summary>
    /// <param name="plates">What was read in the rows.</param>
    /// <param name="isCrop">Whether the picture may show a plate and nothing else.</param>
    internal static List<ReadNumber> Reported(IEnumerable<ReadNumber> plates, bool isCrop)
    {
        double least = isCrop ? Decisions.MinConfidenceInCrop : Decisions.MinConfidence;
        return [.. plates.OrderByDescending(Rank).Where((plate, i) => i == 0
            ? plate.Confidence >= least
            : plate.Confidence >= Decisions.MinConfidenceOfFurther && IsMixed(plate.Text))];
    }

    private static LineClassifier Checked(LineClassifier network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network;
    }

    // Words and times of day are rows of characters too; most plates have digits and letters.
    private static double Rank(ReadNumber plate) => IsMixed(plate.Text) ? plate.Confidence : Decisions.OneKindFactor * plate.Confidence;

    private static bool IsMixed(string text) => text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);

    // Frames, slogans and other readings of the same row lie within the plate of a better row.
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
        bool isCrop = PlateFinder.MayBePlate(picture);
        List<ReadDigit> characters = PlateCharacters.Of(answer, best.Text, (picture.Width, picture.Height));
        if (best.Text.Length < (isCrop ? Decisions.MinCharactersInCrop : Decisions.MinCharacters) || (!isCrop && best.Matches == false)
            || characters.Average(character => character.Confidence) < (isCrop ? Decisions.MinMeanConfidenceInCrop : Decisions.MinMeanConfidence))
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
            Alternatives = [.. texts.Skip(1).Where(text => text.Probability >= Alternatives.Least).Take(Alternatives.MostTexts)],
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
            var stage = new Stage(line, PlateNormalizer.ToPicture(view.Row.Corners, view.Width));
            trace.Add("row", new Step(stage, plate is not null, $"{(view.Row.Bright ? "bright" : "dark")} characters: {said}"));
        }
    }

    // The texts weighted by the region's prior; the sum of their probabilities stays the same.
    private IEnumerable<RankedText> Ranked(IReadOnlyList<RankedText> texts)
    {
        RankedText[] weighed =
        [
            .. texts.Select(text => new RankedText(text.Text, text.Probability * _region.Weight(text.Text)) { Matches = _region.Accepts(text.Text) }),
        ];
        double share = texts.Sum(text => text.Probability) / Math.Max(1e-12, weighed.Sum(text => text.Probability));
        return weighed.Select(text => text with { Probability = Math.Min(1, text.Probability * share) })
            .OrderByDescending(text => text.Probability).ThenBy(text => text.Text, StringComparer.Ordinal);
    }
}
