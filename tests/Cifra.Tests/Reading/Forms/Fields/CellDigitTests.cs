namespace Cifra.Tests.Reading.Forms.Fields;

public sealed class CellDigitTests
{
    [Fact]
    public void Probability_OfADigit_IsThatOfBeingADigitAtAllTimesItsShare() =>
        Assert.Equal(0.75 * 0.5, FieldSamples.Cell(0, 0.25f, (4, 0.5f), (9, 0.5f)).Probability(9), 1e-9);

    [Fact]
    public void Likeliest_OfSeveralEqual_IsTheLowest()
    {
        Assert.Equal(4, FieldSamples.Cell(0, 0, (4, 0.4f), (9, 0.4f), (1, 0.2f)).Likeliest);
        Assert.Equal(9, FieldSamples.Cell(0, 0, (4, 0.4f), (9, 0.6f)).Likeliest);
    }
}
