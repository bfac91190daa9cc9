using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class TargetsTests
{
    [Fact]
    public void Of_Label_IsOneButForTheSmoothedShare()
    {
        float[] targets = new Targets(classes: 10, smoothing: 0.1, teacherShare: 0).Of([3], []).ToArray();

        Assert.Equal(0.91f, targets[3], 1e-6);
        Assert.All(Enumerable.Range(0, 10).Where(k => k != 3), k => Assert.Equal(0.01f, targets[k], 1e-7));
    }

    [Fact]
    public void Of_Teacher_MixesWhatItSaysOfDigitsAndNothingIntoNonDigits()
    {
        float[] taught = [0, 0.25f, 0, 0.75f, 0, 0, 0, 0, 0, 0, .. Enumerable.Repeat(0.1f, 10)];

        float[] targets = new Targets(classes: 11, smoothing: 0, teacherShare: 0.8).Of([3, 10], taught).ToArray();

        Assert.Equal(0.2f, targets[1], 1e-6);            // 0.8 x 0.25
        Assert.Equal(0.8f, targets[3], 1e-6);            // 0.2 + 0.8 x 0.75
        Assert.Equal(1, targets[..11].Sum(), 1e-6);
        Assert.Equal(0, targets[10]);
        Assert.Equal(1, targets[21]);
        Assert.Equal(1, targets[11..].Sum(), 1e-6);
    }
}
