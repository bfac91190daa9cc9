using Cifra.Imaging.Ink;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>Reads a cheque: the amount in figures, the date, and the line of magnetic ink with its parts and check digits.</summary>
/// <remarks>
/// Picture → ink → the magnetic line (<see cref="MicrFinder"/>), which tells where the cheque is and from which country → places where amount and date usually are
/// (<see cref="ChequePlaces"/>, <see cref="DateBoxes"/>) → each read within its grammar (<see cref="FieldReader"/>) → the likeliest → what confirms or contradicts what
/// (<see cref="ChequeFindings"/>). Serves any number of threads at once.
/// </remarks>
/// <example><c>ChequeReader.Default.Read("cheque.png").Numbers.First(number => number.Name == "amount").Value</c></example>
public sealed class ChequeReader : PictureReader<ChequeReading>
{
    /// <summary>What of a place and a reading together is less than this is no such field.</summary>
    private const double LeastWorth = -4.5;

    /// <summary>A reading counts this much beside its place.</summary>
    private const double FitWeight = 2;

    /// <summary>What a number is worth more that has the marks of its kind: cents, a currency sign, strokes in a date.</summary>
    private const double Mark = 1;

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
    /// <exception cref="ArgumentException">The region is not known; or a rate of errors is asked for, and the network for digits carries no held-out scores to promise it from.</exception>
    public ChequeReader(DigitClassifier digits, LineClassifier lines, ReadingOptions? options = null, string? region = null)
        : base(options, NetworksOf(digits, lines))
    {
        if (region is not null && !Regions.Contains(region))
        {
            throw new ArgumentException($"No cheques are known of '{region}'; they are of {string.Join(", ", Regions)}.", nameof(region));
        }

        _numbers = new NumberReader(digits, lines, Options);
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

    /// <summary>What every number is held to, or why nothing can be promised; null where no rate was asked for.</summary>
    public SelectiveRiskThreshold? Threshold => _numbers.Threshold;

    /// <inheritdoc/>
    public override string? Refusal(int digits) => PromiseRefusal.OfNumbers(Threshold);

    private PictureInkOptions InkOptions => PictureInkOptions.Default with { WorkingSide = Options.WorkingSide, Straighten = false };

    private protected override ChequeReading Read(GivenPicture picture)
    {
        PictureInk ink = picture.Ink(InkOptions);
        var page = ChequePage.Of(ink, picture.Check);
        MicrLayout? layout = page.Micr is { } line ? MicrLayout.Of(line.Font, line.Text) : null;
        string? region = _region ?? layout?.Region;
        ReadNumber? amount = Likeliest(page, ChequePlaces.Amount.Of(page), _amounts[region ?? ""], IsMarkedAmount, picture.Check);
        ReadNumber? date = Date(page, region, picture.Check);
        if (page.Micr is null && (amount is null || date is null))
        {
            return new ChequeReading(picture.Width, picture.Height, []) { Findings = [ChequeFindings.NoCheque(amount, date)] };
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
        return new ChequeReading(picture.Width, picture.Height, numbers)
        {
            Findings = [.. ChequeFindings.Of(page.Micr, layout, amount, encoded, date, region)],
            MicrFont = page.Micr?.Font,
            Region = region,
        };
    }

    private ReadNumber? Date(ChequePage page, string? region, CancellationCheck check)
    {
        check.ThrowIfCancelled();
        ReadNumber? boxed = ChequePlaces.BoxedDate(page) is { } boxes ? _boxedDates[region ?? ""].Read(boxes, page.Ink)?.Number : null;
        ReadNumber? date = boxed ?? Likeliest(page, ChequePlaces.Date.Of(page), _dates[region ?? ""], number => number.Text.Any(symbol => !char.IsAsciiDigit(symbol)), check);
        return date is null ? null : date with { Name = ChequeFindings.Date };
    }

    private static ReadNumber? Likeliest(
        ChequePage page, IReadOnlyList<ChequeField> places, FieldReader reader, Func<ReadNumber, bool> isMarked, CancellationCheck check)
    {
        (ReadNumber Number, double Worth)? best = null;
        foreach (ChequeField place in places)
        {
            check.ThrowIfCancelled();
            if (reader.Read(place, page.Ink) is { } answer)
            {
                double worth = place.Place + (FitWeight * answer.Fit) + (isMarked(answer.Number) ? Mark : 0);
                best = worth > (best?.Worth ?? LeastWorth) ? (answer.Number, worth) : best;
            }
        }

        return best is null ? null : best.Value.Number with { Name = ChequeFindings.Amount };
    }

    private static bool IsMarkedAmount(ReadNumber number) => number.Text.Contains('$', StringComparison.Ordinal) || number.Text.AsSpan().IndexOfAny("./-=,") > 0;
}
