using Cifra.Evaluation.Strings;
using Cifra.Imaging;

namespace Cifra.Tests.Evaluation.Strings;

public sealed class StringTruthTests
{
    [Theory]
    [InlineData("file,text\na.png,12 34|5\n", "a.png=12 34|5")]
    [InlineData("digits,width,file\n007,10,a.png\n", "a.png=007")]
    [InlineData("file,amount,amount_digits\na.png,6.45,645\n", "a.png=645")]
    [InlineData("File,Label\na.png,7\n", "a.png=7")]
    [InlineData("file,label,text\na.png,1,2\n", "a.png=2")] // text before label
    [InlineData("file,text,note\na.png,1,\"thin, dim\"\nb.png,,none\n", "a.png=1", "b.png=")]
    [InlineData("file,text,usable\na.png,1,1\nb.png,2,0\nc.png,3,\n", "a.png=1", "c.png=3")]
    [InlineData("\uFEFFfile,text\r\na.png,1\r\n", "a.png=1")]
    public void Load_Header_FindsTheColumns(string csv, params string[] expected) =>
        Assert.Equal(expected, Load(csv, new TruthOptions()).Select(truth => $"{truth.File}={truth.Text}"));

    [Fact]
    public void Load_NamedColumn_IsTaken() => Assert.Equal("11/12", Load("file,text,date\na.png,1,11/12\n", new TruthOptions { Column = "date" })[0].Text);

    [Fact]
    public void Load_Boxes_AreReadWhereTheyAreAskedFor()
    {
        const string Csv = "name,text,x,y,plate_w,h\na.png,AB1,10,20,30,15\n";

        StringTruth truth = Assert.Single(Load(Csv, new TruthOptions { FileColumn = "name", Boxes = true }));

        Assert.Equal(("a.png", new PixelBox(10, 20, 30, 15)), (truth.File, truth.Box));
        Assert.Null(Assert.Single(Load(Csv, new TruthOptions { FileColumn = "name" })).Box);
    }

    [Theory]
    [InlineData("file,text,x,y,w\na,1,1,2,3\n", "a column height or h or plate_h")]
    [InlineData("file,text,x,y,w,h\na,1,1,2,3,-4\n", "line 2, column 6: expected a whole number of pixels, found '-4'")]
    [InlineData("file,text,x,y,w,h\na,1,1,2,3.5,4\n", "line 2, column 5")]
    public void Load_UnsoundBoxes_SaysWhere(string csv, string part) => Assert.Contains(
        part, Assert.Throws<InvalidDataException>(() => Load(csv, new TruthOptions { Boxes = true })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", null, "line 1")]
    [InlineData("name,text\na,1\n", null, "a column 'file'")]
    [InlineData("file,words\na,1\n", null, "text, digits, amount_digits, label")]
    [InlineData("file,text\na,1\n", "date", "a column 'date'")]
    [InlineData("file,text\na.png,1\nb.png\n", null, "line 3: expected 2 columns as in the header, found 1")]
    [InlineData("file,text\na.png,1\n ,2\n", null, "line 3, column 1")]
    [InlineData("file,text\na.png,\"1\n", null, "line 2, column 2")]
    [InlineData("file,text,usable\na.png,1,0\n", null, "at least one picture")]
    public void Load_Unsound_SaysWhere(string csv, string? column, string part) =>
        Assert.Contains(part, Assert.Throws<InvalidDataException>(() => Load(csv, new TruthOptions { Column = column })).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_TruthLongerThanAnyNumber_IsRefusedWithItsPlace() => Assert.Contains(
        "line 2, column 2", Assert.Throws<InvalidDataException>(() => Load($"file,text\na,{new string('1', 4097)}\n", new TruthOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_RealTruths_HaveTheirRows()
    {
        Assert.Equal(412, StringTruth.Load(Path.Combine(SharedData.Folder("real/orand-car-a-dev"), "truth.csv")).Count);
        IReadOnlyList<StringTruth> photos = StringTruth.Load(Path.Combine(SharedData.Folder("real/photo-numbers-dev"), "truth.csv"));
        Assert.Equal(14, photos.Count);
        Assert.Equal(new StringTruth("sparsha_img.jpg", "12345 67891|23456 19773"), photos[3]);
    }

    private static IReadOnlyList<StringTruth> Load(string csv, TruthOptions options)
    {
        using var folder = new TempFolder();
        return StringTruth.Load(folder.Write("truth.csv", System.Text.Encoding.UTF8.GetBytes(csv)), options);
    }
}
