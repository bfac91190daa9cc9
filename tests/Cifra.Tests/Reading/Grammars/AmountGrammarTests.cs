using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class AmountGrammarTests
{
    [Theory]
    [InlineData("amount", "1234", "1234.00")]
    [InlineData("amount", "1,234.56", "1234.56")]
    [InlineData("amount", "1.234,56", "1234.56")]
    [InlineData("amount", "1 234 567.8", null)]
    [InlineData("amount", "1 234 567,89", "1234567.89")]
    [InlineData("amount", "12.34", "12.34")]
    [InlineData("amount", "1.234", "1234.00")]
    [InlineData("amount", "12 34", "12.34")]
    [InlineData("amount", "12-34", "12.34")]
    [InlineData("amount", "125 50/100", "125.50")]
    [InlineData("amount", "12550/100", "125.50")]
    [InlineData("amount", "125.50/100", "125.50")]
    [InlineData("amount", "$200.00", "200.00")]
    [InlineData("amount", "$ 200", "200.00")]
    [InlineData("amount", "***1,000.00***", "1000.00")]
    [InlineData("amount", "#500#", "500.00")]
    [InlineData("amount", "=500=", "500.00")]
    [InlineData("amount", "-500.-", "500.00")]
    [InlineData("amount", "500,--", "500.00")]
    [InlineData("amount", "42020/-", "42020.00")]
    [InlineData("amount", ".50", "0.50")]
    [InlineData("amount", "007.50", null)]
    [InlineData("amount", "01.250", null)]
    [InlineData("amount", "0.50", "0.50")]
    [InlineData("amount:whole", "030000", null)]
    [InlineData("amount:lakhs", "0,34,567", null)]
    [InlineData("amount:raised", "050", "0.50")]
    [InlineData("amount:padded", "007.50", "7.50")]
    [InlineData("amount:padded", "01.250", "1250.00")]
    [InlineData("amount:padded,digits=3", "0001", null)]
    [InlineData("amount", "0", "0.00")]
    [InlineData("amount", "12,34,567", null)]
    [InlineData("amount", "1234,567", null)]
    [InlineData("amount", "$", null)]
    [InlineData("amount", "12$", null)]
    [InlineData("amount:lakhs", "12,34,567", "1234567.00")]
    [InlineData("amount:lakhs", "2,50,00,000.00", "25000000.00")]
    [InlineData("amount:lakhs", "1,234.50", "1234.50")]
    [InlineData("amount:lakhs", "25,00", "25.00")]
    [InlineData("amount:whole", "1.234", "1234")]
    [InlineData("amount:whole", "1234-", "1234")]
    [InlineData("amount:whole", "12.34", null)]
    [InlineData("amount:cents", "12.34", "12.34")]
    [InlineData("amount:cents", "12,-", "12.00")]
    [InlineData("amount:cents", "12", null)]
    [InlineData("amount:raised", "1234", "12.34")]
    [InlineData("amount:raised", "1.23450", "1234.50")]
    [InlineData("amount:raised", "1234.50", "1234.50")]
    [InlineData("amount:raised", "123450/100", "1234.50")]
    [InlineData("amount:raised", "12", null)]
    [InlineData("amount:digits=3", "999.99", "999.99")]
    [InlineData("amount:digits=3", "1000", null)]
    [InlineData("amount:digits=4", "1,000", "1000.00")]
    [InlineData("amount:digits=4", "10,000", null)]
    public void Canonical_AmountsAsPeopleWriteThem_IsTheValue(string name, string text, string? expected)
    {
        Grammar grammar = Grammar.Parse(name);

        Assert.Equal(expected is not null, grammar.Accepts(text));
        Assert.Equal(expected ?? text, grammar.Canonical(text));
    }

    [Theory]
    [InlineData("amount", "$-", "there is no digit")]
    [InlineData("amount:whole", "12.34", "it has cents")]
    [InlineData("amount:cents", "12", "the cents are missing")]
    [InlineData("amount", "007.50", "it begins with 0")]
    [InlineData("amount", "123456789012", "12 digits are too many; it has at most 9 before the cents")]
    [InlineData("amount", "1234,567", "'7' in place 8, where a space, '.', ',', '-', '/', '#', '=', '*' or ':' belongs")]
    public void Objection_NoAmounts_SaysWhy(string name, string text, string expected) => Assert.Equal(expected, Grammar.Parse(name).Objection(text));
}
