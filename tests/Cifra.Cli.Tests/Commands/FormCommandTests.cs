using System.Text.Json;
using Cifra.Imaging.Formats;

namespace Cifra.Cli.Tests.Commands;

public sealed class FormCommandTests : IDisposable
{
    private static readonly string Template = Path.Combine(Repository.Root, "samples", "forms", "order.json");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Learn_Blank_WritesATemplateThatShowAndReadTake()
    {
        string learned = _folder.At("learned.json");

        Assert.Contains(
            "form-blank.png: 3 combs, 1 table, 2 boxes, 4 corner marks",
            TestShell.Expect(0, "form", "learn", Repository.Sample("form-blank.png"), "--out", learned, "--name", "order").Error,
            StringComparison.Ordinal);
        TestShell shown = TestShell.Expect(0, "form", "show", learned, Repository.Sample("form-photo.png"), "--out", _folder.At("seen.png"));
        TestShell read = TestShell.Expect(0, "read", Repository.Sample("form-filled.png"), "--form", learned);

        Assert.Contains("\"order\" by its marks", shown.Output, StringComparison.Ordinal);
        Assert.Equal(PictureFile.Load(Repository.Sample("form-photo.png")).Width, PictureFile.Load(_folder.At("seen.png")).Width);
        Assert.Contains("470318", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Learn_NoForm_ExitsWith3AndNamesThePicture() =>
        Assert.Contains("digit-7.png: expected a form", TestShell.Expect(3, "form", "learn", Repository.Sample("digit-7.png")).Error, StringComparison.Ordinal);

    [Fact]
    public void Show_AnotherPicture_ExitsWith3AndSaysHowLittleFits() => Assert.Contains(
        "number-1450.png: the form \"order\" was not found",
        TestShell.Expect(3, "form", "show", Template, Repository.Sample("number-1450.png"), "--out", _folder.At("seen.png")).Error,
        StringComparison.Ordinal);

    [Fact]
    public void Read_FormPhoto_GivesFieldsTheFitAndAPicture()
    {
        string annotated = _folder.At("seen.png");

        TestShell text = TestShell.Expect(0, "read", Repository.Sample("form-photo.png"), "--form", Template, "--annotate", annotated);
        JsonElement json = TestShell.Expect(0, "read", Repository.Sample("form-photo.png"), "--form", Template, "--json").Json();

        Assert.Contains("of its lines found", text.Output, StringComparison.Ordinal);
        Assert.Contains("customer 470318", text.Output, StringComparison.Ordinal);
        Assert.Contains("discount empty", text.Output, StringComparison.Ordinal);
        Assert.True(json.GetProperty("form").GetProperty("found").GetDouble() > 0.9);
        Dictionary<string, JsonElement> numbers = json.GetProperty("numbers").EnumerateArray().ToDictionary(number => number.GetProperty("name").GetString()!);
        Assert.Equal("2019-12-22", numbers["ordered"].GetProperty("value").GetString());
        Assert.Equal("empty", numbers["discount"].GetProperty("flaws")[0].GetString());
        Assert.NotEqual(PictureFile.Load(Repository.Sample("form-photo.png")).Pixels.ToArray(), PictureFile.Load(annotated).Pixels.ToArray());
    }

    [Fact]
    public void Read_FormBatch_HasAColumnAField()
    {
        string rows = _folder.At("rows.csv");
        string[] command = ["read", Repository.Sample("form-filled.png"), Repository.Sample("form-photo.png"), Repository.Sample("digit-7.png"),
            "--form", Template, "--out", rows, "--threads", "1"];

        TestShell.Expect(5, command);

        string[] lines = File.ReadAllLines(rows);
        const string Fields = "customer,ordered,zip,items.1.1,items.1.2,items.2.1,items.2.2,items.3.1,items.3.2,total,discount";
        Assert.Equal($"file,{Fields},decision,unsure,findings,found,sha256,model,lines,error", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.Equal(2, lines.Count(line => line.Contains(",470318,2019-12-22,90210,12,340,5,86,,,426,,accept,,,", StringComparison.Ordinal)));
        string failed = Assert.Single(lines, line => line.Contains("digit-7.png", StringComparison.Ordinal));
        Assert.Contains(",error,", failed, StringComparison.Ordinal);
        Assert.Contains("was not found", failed, StringComparison.Ordinal);
        Assert.Contains("2 there already", TestShell.Expect(5, command).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FormThatIsNone_ExitsWith3AndNamesThePlace()
    {
        string bad = _folder.Write("bad.json", """{"schemaVersion":1,"page":[9,9],"fields":[],"colour":"red"}"""u8);

        Assert.Contains(
            "bad.json: template: expected only",
            TestShell.Expect(3, "read", Repository.Sample("digit-7.png"), "--form", bad).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void EvaluateStrings_Form_CountsCells()
    {
        string truth = _folder.Write("truth.csv", "file,grid\ndigit-7.png,12/30\n"u8);

        TestShell shell = TestShell.Expect(
            3,
            "evaluate",
            "--strings",
            truth,
            "--images",
            Path.Combine(Repository.Root, "samples", "pictures"),
            "--form",
            "sudoku",
            "--truth-column",
            "grid");

        Assert.Contains("cells right 0.00%  (0 of 4: digits 0 of 3, 0 called empty; empty 0 of 1;", shell.Output, StringComparison.Ordinal);
    }
}
