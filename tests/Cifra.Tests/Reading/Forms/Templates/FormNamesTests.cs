using Cifra.Reading.Forms.Templates;

namespace Cifra.Tests.Reading.Forms.Templates;

public sealed class FormNamesTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("Total_2", true)]
    [InlineData("", false)]
    [InlineData("2a", false)]
    [InlineData("_a", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("sum", false)]
    [InlineData("SUM", false)]
    [InlineData("summe", true)]
    public void IsName_OfAField_IsAWordThatRulesCanName(string name, bool valid) => Assert.Equal(valid, FormNames.IsName(name));

    [Fact]
    public void IsName_LongName_IsOneUpTo64Characters()
    {
        Assert.True(FormNames.IsName(new string('a', 64)));
        Assert.False(FormNames.IsName(new string('a', 65)));
    }
}
