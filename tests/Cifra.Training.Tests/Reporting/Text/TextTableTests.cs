using Cifra.Reporting.Text;

namespace Cifra.Tests.Reporting.Text;

public sealed class TextTableTests
{
    [Fact]
    public void ToString_CellsOfManyWidths_StandFlushRight()
    {
        var table = new TextTable(["a", "title"], [["1000", "2"], ["3", "4"]]);

        Assert.Equal("   a  title\n1000      2\n   3      4\n", table.ToString());
    }
}
