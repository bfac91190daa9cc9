using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading;
using Cifra.Reading.Forms;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms;

public sealed class FormReaderTests
{
    private static readonly FormTemplate Template = SampleForm.Template;
    private static readonly FormReader Reader = new(Template);
    private static readonly GrayImage Filled = FormDrawing.Draw(Template, SampleForm.Scale, SampleForm.Values, seed: 11);

    public static TheoryData<string, double[]> Views => new()
    {
        { "from the left", [150, 120, 1050, 40, 1010, 860, 120, 700] },
        { "turned by 12 degrees", [260, 30, 1120, 213, 990, 830, 130, 647] },
        { "from below", [200, 200, 1000, 190, 1150, 860, 60, 850] },
        { "far away", [420, 300, 800, 310, 790, 585, 410, 570] },
    };

    // Truth is the perspective that the photo was made with.
    [Theory, MemberData(nameof(Views))]
    public void Find_Photo_LiesWhereThePageIs(string view, double[] corners)
    {
        Assert.NotEmpty(view);
        Quadrilateral page = Corners(corners);
        GrayImage photo = FormDrawing.Photo(Filled, 1200, 900, page, grain: 3);
        Homography truth = Homography.Between(Template.Fields.Count > 0 ? Quadrilateral.OfSize(Template.Width, Template.Height) : page, page);

        FormFit fit = new FormLocator(Template).Find(FormDrawing.Color(photo));

        Assert.InRange(fit.Found, 0.85, 1);
        Assert.InRange(fit.ResidualPixels, 0, 1.5);
        foreach (FormField field in Template.Fields)
        {
            IReadOnlyList<IReadOnlyList<PicturePoint>> lines = fit.Outlines.Single(outline => outline.Name == field.Name).Lines;
            Assert.InRange(lines[0][0].DistanceTo(truth.Apply(new PicturePoint(field.Box.X, field.Box.Y))), 0, 2);
            Assert.InRange(lines[field.Rows][^1].DistanceTo(truth.Apply(new PicturePoint(field.Box.Right, field.Box.Bottom))), 0, 2);
        }
    }

    [Theory]
    [InlineData(FormAnchor.Marks)]
    [InlineData(FormAnchor.Structure)]
    [InlineData(FormAnchor.Page)]
    public void Find_EachAnchorAlone_FindsTheForm(FormAnchor anchor)
    {
        FormTemplate template = Template with { Anchors = [anchor], Marks = anchor == FormAnchor.Marks ? Template.Marks : [] };

        FormFit fit = new FormLocator(template).Find(FormDrawing.Color(FormDrawing.Photo(Filled, 1200, 900, SampleForm.Corners)));

        Assert.Equal(anchor, fit.By);
        Assert.InRange(fit.Found, 0.85, 1);
    }

    [Fact]
    public void Find_ScanUpsideDown_IsRead()
    {
        var turned = new GrayImage(Filled.Width, Filled.Height, [.. Filled.Pixels.ToArray().Reverse()]);

        PictureReading reading = Reader.Read(FormDrawing.Color(turned));

        Assert.Equal("470318", reading.Numbers.Single(number => number.Name == "customer").Text);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("another form")]
    [InlineData("writing")]
    public void Find_AnotherPicture_IsRefused(string what)
    {
        GrayImage picture = what switch
        {
            "nothing" => Pictures.Flat(1200, 880, 230),
            "another form" => FormDrawing.Draw(FormTemplate.Parse("""{"schemaVersion":1,"page":[150,110],"fields":[{"name":"a","box":[30,20,90,70],"rows":4,"columns":7}]}""", "other"), 8),
            _ => Cifra.Data.Drawn.DrawnDigits.DrawNumber("123 456 789\n987 654\n1111111", 150, 3),
        };

        string message = Assert.Throws<InvalidDataException>(() => Reader.Read(FormDrawing.Color(picture))).Message;

        Assert.Contains("the form \"order\" was not found", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SumThatIsWrong_SaysSoAndDoubtsTheFields()
    {
        PictureReading reading = Read("total", "427");

        Assert.StartsWith("sum(items.*.2) = total does not hold: 340 + 86 is 426, total is 427", Assert.Single(reading.Findings), StringComparison.Ordinal);
        Assert.All(["total", "items.1.2", "items.2.2"], name => Assert.Equal(Decision.Unsure, reading.Numbers.Single(number => number.Name == name).Decision));
        Assert.Equal(Decision.Accept, reading.Numbers.Single(number => number.Name == "customer").Decision);
    }

    [Fact]
    public void Read_GapInAComb_IsUnsureAndSaysWhy()
    {
        ReadNumber zip = Read("zip", "90 10").Numbers.Single(number => number.Name == "zip");

        Assert.Equal(Decision.Unsure, zip.Decision);
        Assert.Contains("an empty cell between digits", zip.Flaws);
    }

    [Fact]
    public void Read_GridOfDigits_CallsEmptyCellsEmpty()
    {
        FormTemplate sudoku = FormTemplate.Load("sudoku");
        string[] rows = ["530070000", "600195000", "098000060", "800060003", "400803001", "700020006", "060000280", "000419005", "000080079"];
        GrayImage grid = FormDrawing.Draw(sudoku, 60, Enumerable.Range(0, 9).ToDictionary(i => $"grid.{i + 1}", i => rows[i]), seed: 4);
        GrayImage photo = FormDrawing.Photo(grid, 900, 800, new Quadrilateral(new(160, 120), new(720, 90), new(760, 690), new(110, 640)));

        PictureReading reading = new FormReader(sudoku).Read(FormDrawing.Color(photo));

        Assert.Equal(rows, reading.Numbers.Select(number => number.Text));
    }

    [Fact]
    public void Read_GridWithNotesInACell_ReadsNoDigitThere()
    {
        FormTemplate sudoku = FormTemplate.Load("sudoku");
        GrayImage page = Pictures.Flat(800, 760, FormDrawing.Paper);
        GrayImage grid = FormDrawing.Draw(sudoku, 70, new Dictionary<string, string> { ["grid.1"] = "530070000", ["grid.9"] = "000080079" }, seed: 4);
        var random = new Cifra.Numerics.SeededRandom(9);
        FormDrawing.Lay(grid, Cifra.Data.Drawn.DrawnDigits.Draw(4, 24, random), (3 * 70) + 8, 70 + 8);
        FormDrawing.Lay(grid, Cifra.Data.Drawn.DrawnDigits.Draw(7, 24, random), (3 * 70) + 38, 70 + 36);
        for (int y = 0; y < grid.Height; y++)
        {
            grid.Row(y).CopyTo(page.Row(y + 60)[70..]);
        }

        PictureReading reading = new FormReader(sudoku).Read(FormDrawing.Color(page));

        Assert.Equal(["530070000", "000000000"], reading.Numbers.Take(2).Select(number => number.Text));
        Assert.Contains("column 4 holds several small marks", reading.Numbers[1].Flaws);
        Assert.Equal(Decision.Unsure, reading.Numbers[1].Decision);
    }

    [Fact]
    public void Flaws_OfEachKind_AreNamed()
    {
        Assert.Contains("too light", Flaws(page => Change(page, level => (byte)(FormDrawing.Paper - ((FormDrawing.Paper - level) / 6)), only: "customer"), "customer"));
        Assert.Contains("out of focus", Flaws(page => Blur(page, 7, "customer"), "customer"));
        Assert.Contains("struck through", Flaws(page => StrikeThrough(page, "customer"), "customer"));
        Assert.Contains("too dark", Flaws(page => Change(page, level => (byte)(level / 7), only: null), "customer"));
        Assert.Contains("clipped", Flaws(page => new PixelBox(0, 0, page.Width, page.Height - 200).CutFrom(page), "total"));
    }

    private static IReadOnlyList<string> Flaws(Func<GrayImage, GrayImage> change, string field) =>
        new FormReader(Template with { MinFound = 0.4 }).Read(FormDrawing.Color(change(FormDrawing.Draw(Template, SampleForm.Scale, SampleForm.Values, seed: 11)))).Numbers.Single(number => number.Name == field).Flaws;

    // Inside the field alone, or all over.
    private static GrayImage Change(GrayImage page, Func<byte, byte> level, string? only)
    {
        FormBox box = only is null ? new FormBox(0, 0, Template.Width, Template.Height) : Template.Fields.Single(field => field.Name == only).Box;
        double inside = only is null ? 0 : 4;
        for (int y = (int)((box.Y * SampleForm.Scale) + inside); y < (int)((box.Bottom * SampleForm.Scale) - inside); y++)
        {
            for (int x = (int)((box.X * SampleForm.Scale) + inside); x < (int)((box.Right * SampleForm.Scale) - inside); x++)
            {
                page[x, y] = level(page[x, y]);
            }
        }

        return page;
    }

    private static GrayImage StrikeThrough(GrayImage page, string name)
    {
        FormBox box = Template.Fields.Single(field => field.Name == name).Box;
        double y = (box.Y + (box.Height / 2)) * SampleForm.Scale;
        Drawing.Stroke(page, (box.X + 2) * SampleForm.Scale, y + 6, (box.Right - 2) * SampleForm.Scale, y - 6, 4, 60);
        return page;
    }

    // Inside the field alone: the form is found by the rest.
    private static GrayImage Blur(GrayImage page, int radius, string only)
    {
        GrayImage sharp = page;
        for (int round = 0; round < 2; round++)
        {
            BoxSums sums = BoxSums.OfLevels(page);
            var blurred = new GrayImage(page.Width, page.Height);
            for (int y = 0; y < page.Height; y++)
            {
                for (int x = 0; x < page.Width; x++)
                {
                    (long sum, int count) = sums.Around(x, y, radius);
                    blurred[x, y] = (byte)(sum / count);
                }
            }

            page = blurred;
        }

        FormBox box = Template.Fields.Single(field => field.Name == only).Box;
        const double Inside = 4;
        for (int y = (int)((box.Y * SampleForm.Scale) + Inside); y < (int)((box.Bottom * SampleForm.Scale) - Inside); y++)
        {
            for (int x = (int)((box.X * SampleForm.Scale) + Inside); x < (int)((box.Right * SampleForm.Scale) - Inside); x++)
            {
                sharp[x, y] = page[x, y];
            }
        }

        return sharp;
    }

    private static FormReading Read(string field, string value)
    {
        var values = new Dictionary<string, string>(SampleForm.Values) { [field] = value };
        return Reader.Read(FormDrawing.Color(FormDrawing.Draw(Template, SampleForm.Scale, values, seed: 11)));
    }

    private static Quadrilateral Corners(double[] c) => new(new(c[0], c[1]), new(c[2], c[3]), new(c[4], c[5]), new(c[6], c[7]));
}
