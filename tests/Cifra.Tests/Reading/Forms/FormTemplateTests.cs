using System.Text;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Templates;

namespace Cifra.Tests.Reading.Forms;

public sealed class FormTemplateTests
{
    private const string Least = """{"schemaVersion":1,"page":[100,50],"fields":[{"name":"a","box":[10,10,30,8]}]}""";

    [Fact]
    public void Parse_LeastTemplate_TakesTheUsualForTheRest()
    {
        FormTemplate template = FormTemplate.Parse(Least, "t.json");

        Assert.Equal((100.0, 50.0, "form", "mm"), (template.Width, template.Height, template.Name, template.Unit));
        FormField field = Assert.Single(template.Fields);
        Assert.Equal(new FormField("a", new FormBox(10, 10, 30, 8)), field);
        Assert.Equal(["a"], field.ReportedNames);
        Assert.Equal([FormAnchor.Marks, FormAnchor.Structure, FormAnchor.Page], template.Anchors);
    }

    [Fact]
    public void ToJson_Sample_IsReadBackTheSame()
    {
        FormTemplate template = SampleForm.Template;

        FormTemplate again = FormTemplate.Parse(template.ToJson(), "again");

        Assert.Equal(template.Fields, again.Fields);
        Assert.Equal(template.Marks, again.Marks);
        Assert.Equal(template.Rules.Select(rule => rule.Text), again.Rules.Select(rule => rule.Text));
        Assert.Equal((template.Name, template.Width, template.Height, template.Unit, template.MinFound), (again.Name, again.Width, again.Height, again.Unit, again.MinFound));
        Assert.Equal(template.ToJson(), again.ToJson());
    }

    [Fact]
    public void ReportedNames_OfGrids_AreRowsOfDigitsAndCellsOfNumbers()
    {
        var grid = new FormField("g", new FormBox(0, 0, 9, 9)) { Rows = 2, Columns = 3 };

        Assert.Equal(["g.1.1", "g.1.2", "g.1.3", "g.2.1", "g.2.2", "g.2.3"], grid.ReportedNames);
        Assert.Equal(["g.1", "g.2"], (grid with { Cells = FormCells.Digit }).ReportedNames);
        Assert.Equal(["g"], (grid with { Cells = FormCells.Digit, Rows = 1 }).ReportedNames);
    }

    [Fact]
    public void Load_BuiltIn_NeedsNoFile() => Assert.Equal("Sudoku", FormTemplate.Load("sudoku").Name);

    [Theory]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":2", "t.json: schemaVersion: expected 1, found 2.")]
    [InlineData("\"schemaVersion\":1,", "", "template: expected \"schemaVersion\", found none.")]
    [InlineData("\"page\"", "\"pages\"", "template: expected only schemaVersion, name, unit")]
    [InlineData("[100,50]", "[100]", "page: expected 2 numbers, found [100].")]
    [InlineData("[100,50]", "[100,-50]", "page: expected a width and a height above 0")]
    [InlineData("[10,10,30,8]", "[80,10,30,8]", "fields[0].box: expected x, y, width and height of a box on the page of 100 x 50, found [80,10,30,8].")]
    [InlineData("[10,10,30,8]", "[10,10,30,\"8\"]", "fields[0].box[3]: expected a number")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a b\"", "fields[0].name: expected a letter, then letters")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a\",\"as\":\"zipp\"", "fields[0].as: expected a grammar ('zipp' is no grammar.")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a\",\"comb\":0", "fields[0].comb: expected a whole number from 1")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a\",\"comb\":4,\"rows\":2", "fields[0].rows: expected no rows, columns or cells beside comb")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a\",\"rows\":4000,\"columns\":4000", "at most 5000 cells")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a\",\"required\":1", "fields[0].required: expected true or false, found 1.")]
    [InlineData("\"name\":\"a\"", "\"name\":\"a\",\"name\":\"b\"", "fields[0]: expected \"name\" once")]
    [InlineData("}]}", "},{\"name\":\"A\",\"box\":[50,10,30,8]}]}", "fields: expected fields of different names, found a twice.")]
    [InlineData("}]}", "}],\"rules\":[\"a = b\"]}", "rules[0]: expected a rule (place 5: a field (a)")]
    [InlineData("}]}", "}],\"anchors\":[\"marks\"]}", "anchors[0]: expected structure or page")]
    [InlineData("}]}", "}],\"anchors\":[\"stars\"]}", "anchors[0]: expected marks, structure or page")]
    [InlineData("}]}", "}],\"marks\":[[1,2]]}", "marks[0]: expected 3 numbers")]
    [InlineData("}]}", "}],\"lines\":[[1,2,1,2]]}", "lines[0]: expected both ends of a line")]
    [InlineData("}]}", "}],\"minFound\":0}", "minFound: expected a number from 0.05 to 1, found 0.")]
    [InlineData("}]}", "}]", "t.json: line 1: expected a template's JSON")]
    [InlineData("[{\"name\":\"a\",\"box\":[10,10,30,8]}]", "[]", "fields: expected at least one field, found none.")]
    public void Parse_Fault_NamesPlaceAndWhatIsExpected(string sound, string fault, string message)
    {
        string json = Least.Replace(sound, fault, StringComparison.Ordinal);
        Assert.NotEqual(Least, json);

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => FormTemplate.Parse(json, "t.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DeepOrLong_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => FormTemplate.Parse(new string('[', 100_000), "t.json"));
        Assert.Throws<InvalidDataException>(() => FormTemplate.Parse(Least + new string(' ', 1 << 20), "t.json"));
    }

    [Fact]
    public void Parse_DamagedFiles_EndInATemplateOrARefusal() => Mutation.Fuzz(
        [Encoding.UTF8.GetBytes(Least), Encoding.UTF8.GetBytes(SampleForm.Template.ToJson())],
        2000,
        key: 77,
        bytes => FormTemplateReader.Parse(bytes, "fuzz"));
}
