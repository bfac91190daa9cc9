using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>Reads a cheque: the amount in figures, the date, and the line of magnetic ink with its parts and check digits.</summary>
/// <remarks>
/// Steps: ink; the magnetic line (<see cref="MicrFinder"/>), which gives the cheque's bounds and country; places where amount and date usually are
/// (<see cref="ChequePlaces"/>, <see cref="DateBoxes"/>); each place read within its grammar (<see cref="FieldReader"/>); the best place of each field;
/// what confirms or contradicts what (<see cref="ChequeFindings"/>). Serves any number of threads at once. docs/cheques.md.
/// </remarks>
/// <example><c>ChequeReader.Default.Read("cheque.png").Numbers.First(number => number.Name == "amount").Value</c></example>
public sealed class ChequeReader
{
    private static readonly ChequeOptions Choice = ChequeOptions.Default;
    private static readonly Lazy<ChequeReader> Shipped = new(() => new ChequeReader(Pretrained.Field, Pretrained.Lines));

    private readonly string? _region;
    private readonly Dictionary<string, FieldReader> _amounts;
    private readonly Dictionary<string, FieldReader> _dates;
    private readonly Dictionary<string, FieldReader> _boxedDates;
    private readonly NumberReader _numbers;

    /// <summary>A reader with networks of the caller's choice.</summary>
    /// <param name="digits">Says which digit a normalized picture shows.</param>
    /// <param name="lines">Says what symbols a normalized line shows.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <param name="region">The country of the cheques, one of <see cref="Regions"/>; null to tell it by their magnetic lines.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">
    /// The region is not known; or an error rate is asked for, and the line network carries no held-out scores to compute the threshold from.
    /// </exception>
    public ChequeReader(DigitClassifier digits, LineClassifier lines, ReadingOptions? options = null, string? region = null)
    {
        if (region is not null && !Regions.Contains(region))
        {
            throw new ArgumentException($"No cheques are known of '{region}'; they are of {string.Join(", ", Regions)}.", nameof(region));
        }

        _numbers = new NumberReader(digits, lines, options);
        _region = region;
        Dictionary<string, FieldReader> Readers(Func<string?, Grammars.Grammar> grammar) =>
            Regions.Prepend("").ToDictionary(known => known, known => new FieldReader(digits, lines, Options, grammar(known.Length == 0 ? null : known)));
        _amounts = Readers(ChequeRegions.Amount);
        _dates = Readers(ChequeRegions.Date);
        _boxedDates = Readers(ChequeRegions.BoxedDate);
    }

    /// <summary>The countries whose cheques are known.</summary>
    public static IReadOnlyList<string> Regions => ChequeRegions.All;

    /// <summary>The reader with the networks that ship inside the library.</summary>
    public static ChequeReader Default => Shipped.Value;

    /// <summary>How it reads.</summary>
    public ReadingOptions Options => _numbers.Options;

    /// <summary>What every number is held to, or why nothing can be promised; null where no rate was asked for.</summary>
    public SelectiveRiskThreshold? Promise => _numbers.Promise;

    /// <summary>Reads a picture file: PNG, JPEG, BMP or PNM, whatever its name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no picture, damaged, or above the limits.</exception>
    public PictureReading Read(string path) => Read(PictureFile.Load(path, Options.Limits));

    /// <summary>Reads a picture in colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    /// <returns>
    /// Numbers named "amount", "date", "micr", "routing", "account", "cheque", "transaction" and "micr-amount", those that are there; no number where it
    /// shows no cheque.
    /// </returns>
    public PictureReading Read(ColorImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(PictureInk.Of(picture, InkOptions, trace), picture.Width, picture.Height);
    }

    /// <summary>Reads a grey picture; dark ink on bright paper or the other way round.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="trace">Collects what each step from picture to ink did; null, as unless said otherwise, where nobody wants to know.</param>
    /// <returns>As for a picture in colour.</returns>
    public PictureReading Read(GrayImage picture, InkTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(PictureInk.Of(picture, InkOptions, trace), picture.Width, picture.Height);
    }

    private PictureInkOptions InkOptions => PictureInkOptions.Default with { WorkingSide = Options.WorkingSide, Straighten = false };

    private PictureReading Read(PictureInk ink, int width, int height)
    {
        var page = ChequePage.Of(ink);
        MicrLayout? layout = page.Micr is { } line ? MicrLayout.Of(line.Font, line.Text) : null;
        string? region = _region ?? layout?.Region;
        ReadNumber? amount = Best(page, ChequePlaces.Amount.Of(page), _amounts[region ?? ""], IsMarkedAmount);
        ReadNumber? date = Date(page, region);
        if (page.Micr is null && (amount is null || date is null))
        {
            return new PictureReading(width, height, []) { Findings = [ChequeFindings.NoCheque(amount, date)] };
        }

        List<ReadNumber> numbers = [];
        ReadNumber? encoded = null;
        if (page.Micr is not null)
        {
            numbers = [.. MicrNumbers.Of(page.Micr, layout!, Options.MinConfidence, ink.InGiven)];
            encoded = numbers.FirstOrDefault(number => number.Name == MicrLayout.Amount);
        }

        if (amount is not null && encoded is not null && !ChequeFindings.Agree(amount, encoded))
        {
            amount = amount with { Decision = Decision.Unsure };
        }

        numbers.InsertRange(0, new[] { amount, date }.OfType<ReadNumber>());
        return new PictureReading(width, height, numbers) { Findings = [.. ChequeFindings.Of(page.Micr, layout, amount, encoded, date, region)] };
    }

    private ReadNumber? Date(ChequePage page, string? region)
    {
        ReadNumber? boxed = ChequePlaces.BoxedDate(page) is { } field ? Read(field, _boxedDates[region ?? ""], page)?.Number : null;
        return boxed ?? Best(page, ChequePlaces.Date.Of(page), _dates[region ?? ""], IsMarkedDate);
    }

    // The number with the best score; null if none reaches the least score.
    private static ReadNumber? Best(ChequePage page, IReadOnlyList<ChequeField> places, FieldReader reader, Func<ReadNumber, bool> isMarked)
    {
        ReadNumber? best = null;
        double most = Choice.MinScore;
        foreach (ChequeField place in places)
        {
            if (Read(place, reader, page) is { } answer)
            {
                double score = place.Place + (Choice.FitWeight * answer.Fit) + (isMarked(answer.Number) ? Choice.MarkScore : 0);
                (best, most) = score > most ? (answer.Number, score) : (best, most);
            }
        }

        return best;
    }

    // What a field holds, under the field's own name; null if it holds nothing of its grammar.
    private static FieldAnswer? Read(ChequeField field, FieldReader reader, ChequePage page) =>
        reader.Read(field, page.Ink) is { } answer ? answer with { Number = answer.Number with { Name = field.Name } } : null;

    private static bool IsMarkedAmount(ReadNumber number) =>
        number.Text.Contains('$', StringComparison.Ordinal) || number.Text.AsSpan().IndexOfAny("./-=,") > 0;

    private static bool IsMarkedDate(ReadNumber number) => number.Text.Any(symbol => !char.IsAsciiDigit(symbol));
}
