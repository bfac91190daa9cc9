using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class SoftmaxCrossEntropyTests
{
    [Fact]
    public void Evaluate_ScoresOneTwoThree_IsAsComputedByHand()
    {
        // p = e^z / Σ e^z = 0.0900, 0.2447, 0.6652; the loss is -log p of the true class.
        (double loss, int correct, float[] gradient) = Evaluate([1, 2, 3], [0], classes: 3, smoothing: 0);

        Assert.Equal(2.40760596444438, loss, 1e-6);
        Assert.Equal(0, correct);
        Assert.Equal([-0.9099694268f, 0.2447284711f, 0.6652409558f], gradient, Close);
    }

    [Fact]
    public void Evaluate_LabelSmoothing_SpreadsTheTarget()
    {
        // Targets 0.8, 0.1, 0.1: loss 0.8·2.4076 + 0.1·1.4076 + 0.1·0.4076.
        (double loss, _, float[] gradient) = Evaluate([1, 2, 3], [0], classes: 3, smoothing: 0.3f);

        Assert.Equal(2.10760596444438, loss, 1e-6);
        Assert.Equal([-0.7099694268f, 0.1447284711f, 0.5652409558f], gradient, Close);
    }

    [Fact]
    public void Evaluate_Batch_SumsLossesAndSharesTheGradient()
    {
        (double loss, int correct, float[] gradient) = Evaluate([1, 2, 3, 3, 1, 2], [0, 0], classes: 3, smoothing: 0);

        Assert.Equal(2.40760596444438 + 0.40760596444438, loss, 1e-6);
        Assert.Equal(1, correct);
        Assert.Equal([-0.9099694268f / 2, 0.2447284711f / 2, 0.6652409558f / 2], gradient[..3], Close);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1f)]
    public void Evaluate_RandomBatch_GradientMatchesFiniteDifferences(float smoothing)
    {
        const int Classes = 10;
        float[] scores = [.. Samples.Uniform(19 * Classes, new SeededRandom(3)).Select(z => 3 * z)];
        byte[] labels = [.. Enumerable.Range(0, 19).Select(n => (byte)(n * 7 % Classes))];
        float[] gradient = Evaluate(scores, labels, Classes, smoothing).Gradient;

        for (int i = 0; i < scores.Length; i++)
        {
            float[] up = [.. scores];
            float[] down = [.. scores];
            up[i] += 1e-2f;
            down[i] -= 1e-2f;
            double finite = (Evaluate(up, labels, Classes, smoothing).Loss - Evaluate(down, labels, Classes, smoothing).Loss) / (up[i] - down[i]);

            Assert.Equal(finite / 19, gradient[i], 1e-5);
        }
    }

    [Fact]
    public void Evaluate_LanesBeyondTheBatch_GetNoGradient()
    {
        Tensor logits = Samples.Batch(new Shape(3, 10, 1, 1), new SeededRandom(4));
        var gradient = new Tensor(logits.Shape);
        gradient.Values.Fill(float.NaN);

        SoftmaxCrossEntropy.Evaluate(logits, [1, 2, 3], new Targets(logits.Shape.Channels, 0.1, 0).Of([1, 2, 3], []), gradient);

        for (int k = 0; k < 10; k++)
        {
            Bits.AssertSame(new float[13], gradient.Plane(0, k)[3..]);
        }
    }

    [Fact]
    public void Evaluate_HugeScores_StaysFinite()
    {
        (double loss, int correct, float[] gradient) = Evaluate([1e30f, -1e30f, 0], [1], classes: 3, smoothing: 0);

        Assert.True(double.IsFinite(loss));
        Assert.Equal(0, correct);
        Assert.Equal([1, -1, 0], gradient, Close);
    }

    [Fact]
    public void Evaluate_ScoreThatIsNoNumber_ShowsInTheLoss() =>
        Assert.True(double.IsNaN(Evaluate([1, float.NaN, 0], [0], classes: 3, smoothing: 0).Loss));

    private static (double Loss, int Correct, float[] Gradient) Evaluate(float[] scores, byte[] labels, int classes, float smoothing)
    {
        var logits = new Tensor(new Shape(labels.Length, classes, 1, 1));
        for (int i = 0; i < scores.Length; i++)
        {
            logits[i / classes, i % classes, 0, 0] = scores[i];
        }

        var gradient = new Tensor(logits.Shape);
        (double loss, int correct) = SoftmaxCrossEntropy.Evaluate(logits, labels, new Targets(logits.Shape.Channels, smoothing, 0).Of(labels, []), gradient);
        return (loss, correct, Samples.Images(gradient));
    }

    private static bool Close(float expected, float actual) => MathF.Abs(expected - actual) < 1e-6f;
}
