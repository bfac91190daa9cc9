using Cifra.Evaluation.Strings;
using Cifra.Reading.Output;

namespace Cifra.Tests.Evaluation.Strings;

public sealed class CellReportTests
{
    [Theory]
    [InlineData("120/034", "120|034", 6, 6)]
    [InlineData("120/034", "12.|.34", 6, 6)]
    [InlineData("120/034", "127|034", 6, 5)] // a digit where none is
    [InlineData("120/034", "100|034", 6, 5)] // none where one is
    [InlineData("120/034", "130|034", 6, 5)] // another digit
    [InlineData("120/034", "120", 6, 0)] // a row is missing: nothing is where it belongs
    [InlineData("120/034", "120|34", 6, 3)]
    [InlineData("1 10 0/0 3 4", "100|034", 6, 6)] // several small digits, none read
    [InlineData("1 10 0/0 3 4", "120|034", 6, 5)]
    public void Of_Grid_CountsEachCell(string truth, string read, int cells, int right)
    {
        var report = CellReport.Of([StringScore.Of(new StringTruth("a.png", truth), new StringAnswer(read, 1, true))]);

        Assert.Equal((cells, right), (report.Cells, report.Right));
    }

    [Fact]
    public void Of_PictureThatWasNotRead_HasNothingRight()
    {
        var report = CellReport.Of([StringScore.Unreadable(new StringTruth("a.png", "120/034"), "no grid")]);

        Assert.Equal((6, 0, 4, 2), (report.Cells, report.Right, report.Digits, report.Empty));
    }
}
