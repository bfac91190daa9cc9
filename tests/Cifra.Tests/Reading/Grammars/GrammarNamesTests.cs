using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class GrammarNamesTests
{
    [Theory]
    [InlineData("zip", "US ZIP code")]
    [InlineData("ZIP:DE", "German postcode")]
    [InlineData("digits:5", "number of 5 digits")]
    [InlineData("digits:4-6", "number of 4 to 6 digits")]
    [InlineData("digits", "number")]
    [InlineData("pattern:[0-9]:1", "pattern [0-9]:1")]
    [InlineData("amount:cents", "amount with cents")]
    [InlineData("date:dmy", "date (day, month, year)")]
    [InlineData("luhn:16", "number with a Luhn check digit")]
    [InlineData("iban:de", "IBAN (DE)")]
    [InlineData("aba", "ABA routing number")]
    [InlineData("plate:br", "number plate (br)")]
    public void Parse_KnownForms_NamesTheGrammar(string text, string expected) => Assert.Equal(expected, Grammar.Parse(text).Name);

    [Theory]
    [InlineData("zap", "'zap' is no grammar. There are: any, digits[:N|:N-M|:N-], pattern:P, zip[:REGION], codes:FILE")]
    [InlineData("", "'' is no grammar. There are: any")]
    [InlineData("zip:xx", "'zip:xx': No postcodes are known of 'xx'; they are of at")]
    [InlineData("digits:x", "'digits:x': 'x' is no number. The form is digits[:N|:N-M|:N-]")]
    [InlineData("digits:6-4", "most must be from 6 to 100")]
    [InlineData("digits:0", "least must be from 1 to 100")]
    [InlineData("digits:1-2-3", "A number of digits is 5, 4-6 or 4-.")]
    [InlineData("pattern:", "A pattern belongs after the colon.")]
    [InlineData("pattern:[", "'pattern:[': Pattern '[', place 2: the class is not closed.")]
    [InlineData("aba:9", "Nothing belongs after the name.")]
    [InlineData("amount:dear", "'dear' is no option of amounts.")]
    [InlineData("date", "A order: dmy, mdy or ymd belongs")]
    [InlineData("date:dym", "'dym' is no order of dates.")]
    [InlineData("date:ddmmyyy", "'ddmmyyy' is no form of dates")]
    [InlineData("date:dmy,2015", "Years are 2015-2025.")]
    [InlineData("mod11:2", "digits must be from 3 to 50")]
    [InlineData("mod11:10,7,2", "One or two numbers")]
    [InlineData("plate:xx", "No plates are known of 'xx'")]
    [InlineData("iban:xx", "No account numbers are known of 'xx'")]
    public void Parse_Other_SaysWhatThereIs(string text, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(() => Grammar.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_FileThatIsNotThere_SaysSo() => Assert.ThrowsAny<IOException>(() => Grammar.Parse("codes:no-such-file.txt"));
}
