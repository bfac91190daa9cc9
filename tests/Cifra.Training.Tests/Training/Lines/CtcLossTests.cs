using Cifra.Network.Lines;
using Cifra.Numerics;
using Cifra.Tests.Network.Lines;
using Cifra.Training.Lines;

namespace Cifra.Tests.Training.Lines;

public sealed class CtcLossTests
{
    private const string Symbols = "012";
    private const int Steps = 6;

    private static readonly string[] Texts = ["0", "012", "00", ""];

    [Fact]
    public void Evaluate_Batch_IsMinusTheLogarithmOfTheTextsProbability()
    {
        Tensor logits = Scores();
        var gradient = new Tensor(logits.Shape);

        (double loss, int correct) = new CtcLoss(Symbols).Evaluate(logits, Texts, gradient);

        double expected = 0;
        int right = 0;
        for (int n = 0; n < Texts.Length; n++)
        {
            LineScores scores = ScoresOf(logits, n);
            expected -= Math.Log(LineScoresMaker.ByCounting(scores)[Texts[n]]);
            right += scores.BestPath() == Texts[n] ? 1 : 0;
        }

        Assert.Equal(expected, loss, 1e-4);
        Assert.Equal(right, correct);
    }

    [Fact]
    public void Evaluate_Gradient_IsTheSlopeOfTheMeanLoss()
    {
        Tensor logits = Scores();
        var gradient = new Tensor(logits.Shape);
        var other = new Tensor(logits.Shape);
        var loss = new CtcLoss(Symbols);
        loss.Evaluate(logits, Texts, gradient);

        const float Nudge = 1e-2f;
        for (int n = 0; n < Texts.Length; n++)
        {
            for (int k = 0; k <= Symbols.Length; k++)
            {
                for (int step = 0; step < Steps; step++)
                {
                    float value = logits[n, k, 0, step];
                    logits[n, k, 0, step] = value + Nudge;
                    double above = loss.Evaluate(logits, Texts, other).Loss;
                    logits[n, k, 0, step] = value - Nudge;
                    double below = loss.Evaluate(logits, Texts, other).Loss;
                    logits[n, k, 0, step] = value;
                    Assert.Equal((above - below) / (2 * Nudge) / Texts.Length, gradient[n, k, 0, step], 1e-4);
                }
            }
        }
    }

    [Fact]
    public void Evaluate_LanesBeyondTheBatch_HaveNoGradient()
    {
        Tensor logits = Scores();
        var gradient = new Tensor(logits.Shape);
        gradient.Values.Fill(1);

        new CtcLoss(Symbols).Evaluate(logits, Texts, gradient);

        for (int i = 0; i < gradient.Values.Length; i++)
        {
            Assert.True(i % Tensor.Lanes < Texts.Length || gradient.Values[i] == 0);
        }
    }

    [Fact]
    public void Evaluate_TwoStepsAtAPlace_AreThoseOfTwoPlaces()
    {
        Tensor logits = Scores();
        int classes = Symbols.Length + 1;
        var paired = new Tensor(new Shape(Texts.Length, 2 * classes, 1, Steps / 2));
        var gradient = new Tensor(logits.Shape);
        var pairedGradient = new Tensor(paired.Shape);
        Each((n, k, step) => paired[n, (step % 2 * classes) + k, 0, step / 2] = logits[n, k, 0, step]);

        (double Loss, int Correct) expected = new CtcLoss(Symbols).Evaluate(logits, Texts, gradient);

        Assert.Equal(expected, new CtcLoss(Symbols).Evaluate(paired, Texts, pairedGradient));
        Each((n, k, step) => Assert.Equal(gradient[n, k, 0, step], pairedGradient[n, (step % 2 * classes) + k, 0, step / 2]));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0000")] // needs seven steps
    public void Evaluate_TextThatCannotBe_IsRefused(string text)
    {
        var logits = new Tensor(new Shape(1, Symbols.Length + 1, 1, Steps));

        Assert.Throws<ArgumentException>(() => new CtcLoss(Symbols).Evaluate(logits, [text], new Tensor(logits.Shape)));
    }

    private static Tensor Scores()
    {
        var random = new SeededRandom(5);
        var logits = new Tensor(new Shape(Texts.Length, Symbols.Length + 1, 1, Steps));
        Each((n, k, step) => logits[n, k, 0, step] = random.NextGaussian());
        return logits;
    }

    private static void Each(Action<int, int, int> action)
    {
        for (int n = 0; n < Texts.Length; n++)
        {
            for (int k = 0; k <= Symbols.Length; k++)
            {
                for (int step = 0; step < Steps; step++)
                {
                    action(n, k, step);
                }
            }
        }
    }

    private static LineScores ScoresOf(Tensor logits, int n)
    {
        int classes = Symbols.Length + 1;
        float[] logarithms = new float[Steps * classes];
        for (int step = 0; step < Steps; step++)
        {
            double total = Math.Log(Enumerable.Range(0, classes).Sum(k => Math.Exp(logits[n, k, 0, step])));
            for (int k = 0; k < classes; k++)
            {
                logarithms[(step * classes) + k] = (float)(logits[n, k, 0, step] - total);
            }
        }

        return new LineScores(Symbols, logarithms, columns: 4);
    }
}
