using Cifra.Imaging.Ink;
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
public sealed class ChequeReader : PictureReader<ChequeReading>
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

    /// <summary>The threshold that keeps the error rate that was asked for, or why there is none; null if no rate was asked for.</summary>
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
        ReadNumber? amount = Best(page, ChequePlaces.Amount.Of(page), _amounts[region ?? ""], IsMarkedAmount, picture.Check);
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
        ReadNumber? boxed = ChequePlaces.BoxedDate(page) is { } field ? Read(field, _boxedDates[region ?? ""], page, check)?.Number : null;
        return boxed ?? Best(page, ChequePlaces.Date.Of(page), _dates[region ?? ""], IsMarkedDate, check);
    }

    // The number with the best score; null if none reaches the least score.
    private static ReadNumber? Best(
        ChequePage page, IReadOnlyList<ChequeField> places, FieldReader reader, Func<ReadNumber, bool> isMarked, CancellationCheck check)
    {
        ReadNumber? best = null;
        double most = Choice.MinScore;
        foreach (ChequeField place in places)
        {
            check.ThrowIfCancelled();
            if (Read(place, reader, page, check) is { } answer)
            {
                double score = place.Place + (Choice.FitWeight * answer.Fit) + (isMarked(answer.Number) ? Choice.MarkScore : 0);
                (best, most) = score > most ? (answer.Number, score) : (best, most);
            }
        }

        return best;
    }

    // What a field holds, under the field's own name; null if it holds nothing of its grammar.
    private static FieldAnswer? Read(ChequeField field, FieldReader reader, ChequePage page, CancellationCheck check) =>
        reader.Read(field, page.Ink, check) is { } answer ? answer with { Number = answer.Number with { Name = field.Name } } : null;

    private static bool IsMarkedAmount(ReadNumber number) =>
        number.Text.Contains('$', StringComparison.Ordinal) || number.Text.AsSpan().IndexOfAny("./-=,") > 0;

    private static bool IsMarkedDate(ReadNumber number) => number.Text.Any(symbol => !char.IsAsciiDigit(symbol));
}
