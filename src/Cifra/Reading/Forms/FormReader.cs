using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Forms.Fields;
using Cifra.Reading.Forms.Finding;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Forms;

/// <summary>Reads the fields of a form in a scan or a photo.</summary>
/// <remarks>
/// The steps: picture → grey, even light → the form found by its marks, its boxes or the page (<see cref="FormFinder"/>) → each field's own lines found
/// (<see cref="FieldMesh"/>), the field cut out and rectified (<see cref="FieldPatch"/>), its ink taken (<see cref="FieldInk"/>) → combs and grids cell by
/// cell (<see cref="CellFieldReader"/>), plain boxes as lines (<see cref="NumberFieldReader"/>) → constraints checked (<see cref="FieldAgreement"/>). Safe
/// for use by several threads at once.
/// </remarks>
/// <example><c>new FormReader(FormTemplate.Load("delivery-note.json")).Read("page.jpg")</c></example>
public sealed class FormReader : PictureReader<FormReading>
{
    private readonly DigitClassifier _digits;
    private readonly FormLocator _locator;
    private readonly CellFieldReader _cells;
    private readonly SelectiveRiskThresholds? _promises;
    private readonly NumberFieldReader _numbers;
    private readonly Dictionary<string, Grammar> _grammars;

    /// <summary>A reader with the networks that ship inside the library.</summary>
    /// <param name="template">The form.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FormReader(FormTemplate template, ReadingOptions? options = null)
        : this(template, Pretrained.Field, Pretrained.Lines, options)
    {
    }

    /// <summary>A reader with networks of the caller's choice.</summary>
    /// <param name="template">The form.</param>
    /// <param name="digits">Network for a normalized digit.</param>
    /// <param name="lines">Network for a normalized line of digits.</param>
    /// <param name="options">How to read; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">An error rate is asked for, but the digit network's file has no held-out scores to promise it from.</exception>
    public FormReader(FormTemplate template, DigitClassifier digits, LineClassifier lines, ReadingOptions? options = null)
        : base(options, NetworksOf(digits, lines))
    {
        ArgumentNullException.ThrowIfNull(template);
        Template = template;
        _digits = digits;
        _locator = new FormLocator(template, Options);
        _numbers = new NumberFieldReader(digits, lines, Options);
        _promises = SelectiveRiskThresholds.Of(Options, digits.Card.HeldOut);
        _cells = new CellFieldReader(Options, NotADigit.Threshold(digits), Threshold);
        _grammars = template.Fields.Select(field => field.As).OfType<string>().Distinct().ToDictionary(word => word, Grammar.Parse);
    }

    /// <summary>The form.</summary>
    public FormTemplate Template { get; }

    /// <summary>
    /// The threshold for each digit of a field with this many digits, or the reason why the error rate cannot be promised; null if no rate was asked for.
    /// For a plain box it is <see cref="NumberReader.Threshold"/>.
    /// </summary>
    /// <param name="digits">Number of digits, 1 or more.</param>
    public SelectiveRiskThreshold? Threshold(int digits) => _promises?.For(digits);

    /// <inheritdoc/>
    public override string? Refusal(int digits) => PromiseRefusal.OfDigits(digits, Threshold(digits));

    private protected override FormReading Read(GivenPicture picture)
    {
        FoundForm form = _locator.Locate(picture);
        List<SeenField> seen = [];
        foreach (FormField field in Template.Fields)
        {
            picture.Check.ThrowIfCancelled();
            seen.AddRange(See(field, form));
        }

        Classify([.. seen.Where(field => field.Field.Cells == FormCells.Digit).SelectMany(field => field.Digits).OfType<CellDigit>()], picture.Check);
        List<ReadNumber> numbers = [];
        foreach (SeenField field in seen)
        {
            picture.Check.ThrowIfCancelled();
            PixelBox InGiven(PixelBox box) => field.Patch.InGiven(box, picture.Width, picture.Height);
            numbers.AddRange(field.Field.Cells == FormCells.Digit ? _cells.Read(field, InGiven) : [_numbers.Read(field, InGiven, picture.Check)]);
        }

        (IReadOnlyList<ReadNumber> agreed, IReadOnlyList<string> findings) = FieldAgreement.Check(Template, numbers);
        return new FormReading(picture.Width, picture.Height, agreed, form.Fit) { Findings = findings };
    }

    private IEnumerable<SeenField> See(FormField field, FoundForm form)
    {
        Grammar? grammar = field.As is null ? null : _grammars[field.As];
        FieldMesh mesh = form.Mesh(field);
        if (field.Cells == FormCells.Digit)
        {
            yield return See(field.Name, field, grammar, mesh, form);
            yield break;
        }

        IReadOnlyList<string> names = field.ReportedNames;
        for (int i = 0; i < names.Count; i++)
        {
            yield return See(names[i], field, grammar, mesh.Cell(i / field.Columns, i % field.Columns), form);
        }
    }

    private static SeenField See(string name, FormField field, Grammar? grammar, FieldMesh mesh, FoundForm form)
    {
        FieldPatch patch = FieldPatch.Cut(form.Given, mesh);
        FieldInk ink = FieldInk.Of(patch, field.Lined);
        CellDigit?[] digits = CellDigits.Find(ink.Ink, patch);
        bool clipped = mesh.Border.Corners.Any(p => p.X < -1 || p.Y < -1 || p.X > form.Width + 1 || p.Y > form.Height + 1);
        return new SeenField(name, field, grammar, patch, ink, digits)
        {
            Flaws = [.. Enumerable.Range(0, patch.Rows).Select(row => FieldFlaws.Of(patch, ink, digits, row, clipped))],
        };
    }

    private void Classify(IReadOnlyList<CellDigit> cells, CancellationCheck check)
    {
        byte[] pixels = new byte[cells.Count * DigitInput.Size];
        for (int i = 0; i < cells.Count; i++)
        {
            check.ThrowIfCancelled();
            DigitNormalizer.Normalize(Strokes.WidenThin(cells[i].Ink), pixels.AsSpan(i * DigitInput.Size, DigitInput.Size));
        }

        float[] probabilities = new float[cells.Count * DigitClassifier.Classes];
        float[] notADigit = new float[cells.Count];
        _digits.Probabilities(pixels, probabilities, notADigit);
        for (int i = 0; i < cells.Count; i++)
        {
            cells[i].Digits = probabilities.AsSpan(i * DigitClassifier.Classes, DigitClassifier.Classes).ToArray();
            cells[i].NotADigit = notADigit[i];
        }
    }
}
