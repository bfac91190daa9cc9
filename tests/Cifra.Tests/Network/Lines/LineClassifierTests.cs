using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Tests.Network.Lines;

public sealed class LineClassifierTests
{
    private static readonly ModelCard Card = new() { Symbols = Recipes.Line.Lines!.Symbols };

    private static readonly GrayImage Line = Stripes();

    [Fact]
    public void ScoresOfEach_TwoNetworks_SayWhatEachSaysAlone()
    {
        NeuralNetwork first = Network(1), second = Network(2);

        IReadOnlyList<LineScores> each = new LineClassifier([first, second], Card).ScoresOfEach(Line);

        AssertSame(new LineClassifier(first, Card).Scores(Line), each[0]);
        AssertSame(new LineClassifier(second, Card).Scores(Line), each[1]);
        Assert.NotEqual(each[0].At(0).ToArray(), each[1].At(0).ToArray());
    }

    [Fact]
    public void Scores_TwoNetworks_AreTheFirsts()
    {
        NeuralNetwork first = Network(1);

        AssertSame(new LineClassifier(first, Card).Scores(Line), new LineClassifier([first, Network(2)], Card).Scores(Line));
    }

    [Fact]
    public void LoadLines_TwoNetworksSaved_SayTheSame()
    {
        using var folder = new TempFolder();
        NeuralNetwork[] networks = [Network(1), Network(2)];
        ModelFile.Save(folder.At("two.safetensors"), networks, Card);

        LineClassifier loaded = ModelFile.LoadLines(folder.At("two.safetensors"));

        Assert.Equal(2, loaded.Networks.Count);
        IReadOnlyList<LineScores> expected = new LineClassifier(networks, Card).ScoresOfEach(Line);
        foreach ((LineScores one, LineScores other) in expected.Zip(loaded.ScoresOfEach(Line)))
        {
            AssertSame(one, other);
        }
    }

    [Fact]
    public void Constructor_NoNetwork_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new LineClassifier([], Card));

    [Fact]
    public void Constructor_NetworkOfOtherSymbols_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new LineClassifier([Network(1)], new ModelCard { Symbols = "01" }));

        Assert.Contains("for 2 symbols", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_LineOfAnotherHeight_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LineClassifier(Network(1), Card).Scores(new GrayImage(40, LineNormalizer.Height + 1)));

    private static NeuralNetwork Network(long seed) => NeuralNetwork.Build(Recipes.Line.Describe(), seed);

    private static GrayImage Stripes()
    {
        var line = new GrayImage(50, LineNormalizer.Height);
        for (int y = 4; y < line.Height - 4; y++)
        {
            for (int x = 0; x < line.Width; x += 9)
            {
                line.Row(y)[x] = 255;
            }
        }

        return line;
    }

    private static void AssertSame(LineScores expected, LineScores found)
    {
        Assert.Equal(expected.Steps, found.Steps);
        for (int step = 0; step < expected.Steps; step++)
        {
            Assert.Equal(expected.At(step).ToArray(), found.At(step).ToArray());
        }
    }
}
