using Cifra.Reporting;

namespace Cifra.Tests.Reporting;

public sealed class FirstLayerFiltersTests
{
    [Fact]
    public void Constructor_WrongLength_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new FirstLayerFilters(2, 3, 3, new float[17]));

        Assert.Contains("2 filters of 3x3 need 18 values; got 17", error.Message, StringComparison.Ordinal);
    }
}
