using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Cheques;
using Cifra.Reading.Digits;
using Cifra.Reading.Forms;
using Cifra.Reading.Kinds;
using Cifra.Reading.Lines;
using Cifra.Reading.Plates;
using Cifra.Reading.Post;

namespace Cifra.Tests.Reading.Kinds;

public sealed class PictureKindsTests
{
    [Theory]
    [InlineData("digit", typeof(DigitReader))]
    [InlineData("number", typeof(NumberReader))]
    [InlineData("amount:cents", typeof(NumberReader))]
    [InlineData("date:dmy", typeof(NumberReader))]
    [InlineData("digits:5", typeof(NumberReader))] // begins like digit
    [InlineData("cheque", typeof(ChequeReader))]
    [InlineData("Cheque:US", typeof(ChequeReader))]
    [InlineData("zip:de", typeof(PostcodeReader))]
    [InlineData("plate:us-ca", typeof(PlateReader))]
    public void Create_EachKind_MakesItsReader(string kind, Type reader) => Assert.IsType(reader, PictureKinds.Create(kind));

    [Fact]
    public void CreateReader_Form_ReadsIt() =>
        Assert.Equal("Sudoku", Assert.IsType<FormReader>(PictureKind.OfForm(FormTemplate.Load("sudoku")).CreateReader()).Template.Name);

    [Theory]
    [InlineData("number", typeof(DigitReader))]
    [InlineData("amount", typeof(NumberReader))] // a field is a line
    [InlineData("cheque", typeof(ChequeReader))]
    public void Create_DigitsApart_CountsOnlyForAllNumbers(string kind, Type reader) =>
        Assert.IsType(reader, PictureKinds.Create(kind, new KindOptions { DigitsApart = true }));

    [Fact]
    public void Create_Digit_ReadsOneDigit() => Assert.Equal(1, PictureKinds.Create("digit").Options.MaxDigits);

    [Fact]
    public void Create_OptionsAndNetworks_AreTheReaders()
    {
        var reading = new ReadingOptions { MaxError = 0.01 };
        IPictureReader reader = PictureKinds.Create("amount", new KindOptions { Reading = reading, Digits = Pretrained.Mnist });

        Assert.Same(reading, reader.Options);
        Assert.Equal(new ReadingNetworks(Pretrained.Mnist.Hash, Pretrained.Lines.Hash), reader.Networks);
        Assert.Equal(new ReadingNetworks(Pretrained.Plates.Hash, null), PictureKinds.Create("plate").Networks);
        Assert.Equal(new ReadingNetworks(Pretrained.Field.Hash, null), PictureKinds.Create("digit").Networks);
    }

    [Theory]
    [InlineData("check", "'check' is no grammar")]
    [InlineData("Digit", "'Digit' is no grammar")]
    [InlineData("cheque:xx", "no cheques are known of 'xx'")]
    [InlineData("plate:xx", "No plates are known of 'xx'")]
    [InlineData("zip:uk", "letters, and handwritten letters are not read")]
    public void Parse_NoKind_SaysWhy(string text, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => PictureKind.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("codes:/etc/passwd")]
    [InlineData("expect:list.txt")]
    [InlineData("EXPECT:list.txt")]
    public void Parse_TextFromStrangers_NamesNoFile(string text) => Assert.Contains(
        "names a file", Assert.Throws<ArgumentException>(() => PictureKind.Parse(text, files: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_TextFromStrangersWithoutFile_IsAKind() => Assert.True(PictureKind.Parse("zip:de", files: false).IsPostcode);

    [Fact]
    public void Create_PlatesWithAnErrorRate_IsRefused() => Assert.Contains(
        "number plates",
        Assert.Throws<ArgumentException>(() => PictureKinds.Create("plate", new KindOptions { Reading = new ReadingOptions { MaxError = 0.01 } })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("digit", false, true)]
    [InlineData("number", false, false)]
    [InlineData("number", true, true)]
    [InlineData("amount", true, false)]
    public void IsPromisedByDigits_Kind_IsTheNetworkThatDecides(string kind, bool apart, bool expected) =>
        Assert.Equal(expected, PictureKind.Parse(kind).IsPromisedByDigits(new KindOptions { DigitsApart = apart }));

    [Fact]
    public void Expecting_KindThatIsNoField_IsRefused()
    {
        using var folder = new TempFolder();
        string list = folder.Write("list.txt", "12.50\n99\n"u8);

        Assert.Throws<ArgumentException>(() => PictureKind.Parse("cheque").Expecting(list));
        Assert.True(PictureKind.Parse("amount").Expecting(list).Grammar!.Accepts("12.50"));
        Assert.False(PictureKind.Parse("number").Expecting(list).Grammar!.Accepts("13.50"));
    }

    [Fact]
    public void All_EveryForm_BeginsWithAWordThatParseKnows()
    {
        Assert.Equal(PictureKinds.All.Count, PictureKinds.All.Select(kind => kind.Form).Distinct().Count());
        Assert.All(PictureKinds.All, kind =>
        {
            string word = kind.Form.Split('[', ':')[0];
            Exception? error = Record.Exception(() => PictureKind.Parse(word));
            Assert.True(error is null || !error.Message.Contains($"'{word}' is no grammar", StringComparison.Ordinal), error?.Message);
            Assert.NotEmpty(kind.Meaning);
        });
    }
}
