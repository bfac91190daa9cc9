using Cifra.Imaging;
using Cifra.Network.Digits;
using Cifra.Reading;
using Cifra.Reading.Forms;
using Cifra.Reading.Output;
using Cifra.Tests.Architecture;

namespace Cifra.Tests.Reading.Output;

public sealed class ReadingFormatTests
{
    private static readonly ReadingNetworks Both = new("sha256:aa", "sha256:bb");

    private static readonly ReadNumber Number = new(
        "4", 0.9000004, Decision.Unsure, new PixelBox(1, 2, 3, 4), [new ReadDigit(4, 0.9, [new RankedDigit(9, 0.05f)], new PixelBox(1, 2, 3, 4))])
    {
        Value = "4.00",
    };

    [Fact]
    public void Json_Reading_HasEveryFieldInOrder()
    {
        const string Start = "{'schemaVersion':1,'file':'a \\u0022b\\u0022.png','model':'sha256:aa','lines':'sha256:bb',";
        const string Digits = "'digits':[{'value':4,'confidence':0.9,'alternatives':[{'value':9,'confidence':0.05}],'box':[1,2,3,4]}]";
        const string Numbers = "'numbers':[{'text':'4','confidence':0.9,'decision':'unsure','value':'4.00','box':[1,2,3,4]," + Digits + "}],";

        string line = ReadingFormat.Json.Line("a \"b\".png", Both, new PictureReading(10, 10, [Number]) { Findings = ["one"] }, "cc");

        Assert.Equal((Start + Numbers + "'findings':['one'],'sha256':'cc'}\n").Replace('\'', '"'), line);
    }

    [Fact]
    public void Json_WithoutLinesAndHash_LeavesThemOut() => Assert.Equal(
        """{"schemaVersion":1,"file":"a","model":"sha256:aa","numbers":[]}""",
        ReadingJson.Of("a", new ReadingNetworks("sha256:aa", null), new PictureReading(1, 1, [])));

    [Fact]
    public void Json_Failure_SaysWhy() =>
        Assert.Equal("""{"schemaVersion":1,"file":"a.png","error":"no picture"}""" + "\n", ReadingFormat.Json.Failure("a.png", "no picture"));

    [Fact]
    public void Csv_Reading_IsARowOfTheHeadersColumns()
    {
        Assert.Equal("file,text,confidence,decision,sha256,model,lines,error\n", ReadingFormat.Csv.Header);
        Assert.Equal("a.png,4,0.9,unsure,cc,sha256:aa,sha256:bb,\n", ReadingFormat.Csv.Line("a.png", Both, new PictureReading(9, 9, [Number]), "cc"));
        Assert.Equal("a.png,,0,blank,cc,sha256:aa,,\n", ReadingFormat.Csv.Line("a.png", Both with { Lines = null }, new PictureReading(9, 9, []), "cc"));
    }

    [Fact]
    public void Csv_NamesWithCommasQuotesAndLineEnds_StayOneRow() =>
        Assert.Equal("\"a, \"\"b\"\".png\",,,error,,,,two lines\n", ReadingFormat.Csv.Failure("a, \"b\".png", "two\nlines"));

    [Fact]
    public void FormCsv_Reading_HasAColumnAField()
    {
        FormTemplate form = FormTemplate.Load(Path.Combine(SourceFiles.Root, "samples", "forms", "order.json"));
        ReadingFormat format = ReadingFormat.FormCsv(form);
        string[] names = [.. form.Fields.SelectMany(field => field.ReportedNames)];
        ReadNumber first = Number with { Name = names[0] };

        string[] row = format.Line("a.png", Both, new PictureReading(9, 9, [first]) { Findings = ["x", "y"] }, "cc").TrimEnd('\n').Split(',');

        Assert.Equal(["file", .. names, "decision", "unsure", "findings", "found", "sha256", "model", "lines", "error"], format.Columns);
        Assert.Equal(["a.png", "4.00", .. names.Skip(1).Select(_ => ""), "unsure", names[0], "x; y", "0", "cc", "sha256:aa", "sha256:bb", ""], row);
        Assert.Equal(format.Columns.Count, format.Failure("a.png", "bad").Split(',').Length);
    }

    [Fact]
    public void For_Name_ChoosesByItsEnding()
    {
        FormTemplate form = FormTemplate.Load("sudoku");

        Assert.Same(ReadingFormat.Json, ReadingFormat.For("r.jsonl"));
        Assert.Same(ReadingFormat.Json, ReadingFormat.For("csv", form));
        Assert.Same(ReadingFormat.Csv, ReadingFormat.For("R.CSV"));
        Assert.Equal(ReadingFormat.FormCsv(form).Columns, ReadingFormat.For("r.csv", form).Columns);
    }

    [Fact]
    public void Text_Reading_IsALineANumberAndAFinding()
    {
        using var output = new StringWriter { NewLine = "\n" };

        ReadingText.Write(output, "a.png", new PictureReading(9, 9, [Number]) { Findings = ["one"] });
        ReadingText.Write(output, "b.png", new PictureReading(9, 9, []));

        Assert.Equal("a.png: 4 = 4.00  confidence 0.900  (4:0.900)  unsure\na.png: one\nb.png: no digits\n", output.ToString());
    }
}
