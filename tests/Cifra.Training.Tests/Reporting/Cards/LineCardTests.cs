using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cifra.Data.Drawn;
using Cifra.Evaluation.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Reporting.Cards;
using Cifra.Training;

namespace Cifra.Tests.Reporting.Cards;

// Tiny untrained networks, and lines that were read by hand.
public sealed class LineCardTests
{
    private static readonly ModelCard Trained = new()
    {
        Recipe = "lines",
        Data = "mnist",
        Symbols = LineSymbols.Numbers,
        Command = "cifra train --recipe lines",
        Seed = 4,
        TrainImages = 64,
        ValidationImages = 20,
        Confidence = new Dictionary<string, double> { ["constant"] = 1.25, ["odds"] = 0.5, ["network"] = 0, ["apart"] = -2 },
        HeldOut = new HeldOutScores { Pictures = 6000, Misread = 1, Errors = [new HeldOutError(0.625, 5000)] },
    };

    // Five lines: three right, one digit wrong, one digit missing: 2 edits in 16 characters.
    private static readonly LineReport Read = new("lines of test", isPlates: false,
    [
        new ComposedLine("123", "123", 0.99), new ComposedLine("4567", "4567", 0.98), new ComposedLine("890", "890", 0.3), new ComposedLine("111", "171", 0.97),
        new ComposedLine("222", "22", 0.2),
    ]);

    [Fact]
    public void Report_FiveLines_CountsLinesAndEdits()
    {
        Assert.Equal((5, 3, 16, 2), (Read.Count, Read.Correct, Read.Characters, Read.CharacterErrors));
        Assert.Equal(0.6, Read.Accuracy);
        Assert.Equal(["111", "222"], Read.Errors.Select(line => line.Truth));
    }

    [Fact]
    public void Text_EachFigure_IsTheJsonsOwn()
    {
        byte[] card = ModelCardJson.Write(Content());
        string text = ModelCardText.Write(card);
        JsonNode json = JsonNode.Parse(card)!;

        Assert.Equal("lines", (string)json["kind"]!);
        JsonNode counts = json["evaluation"]!;
        Assert.Equal((5, 3, 16, 2), ((int)counts["lines"]!, (int)counts["correct"]!, (int)counts["characters"]!, (int)counts["characterErrors"]!));
        Assert.Contains("| Accuracy | 60.00 % (95 % interval ", text, StringComparison.Ordinal);
        Assert.Contains("| Character errors | 12.50 % of 16 characters |", text, StringComparison.Ordinal);
        Assert.Contains("| constant: 1 | 1.2500 |", text, StringComparison.Ordinal);
        Assert.Contains("| `111` | `171` | 97.00 % |", text, StringComparison.Ordinal);
        Assert.Contains("| Identity | `sha256:tiny` |", text, StringComparison.Ordinal);
        Assert.Contains("| lines.stepsOfPlace | 2 |", text, StringComparison.Ordinal);
        Assert.Contains("12 µs (median) for one line of 160 columns", text, StringComparison.Ordinal);
        foreach (JsonNode? promise in json["promises"]!.AsArray().Where(promise => (bool)promise!["promised"]!))
        {
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"| {100 * (double)promise!["coverage"]!:F2} % | {(int)promise["errors"]!} |"), text,
                StringComparison.Ordinal);
        }
    }

    // The threshold of 1 % lies at the one held-out error, 0.625: three lines are above it, one of them wrong.
    [Fact]
    public void Json_Promise_IsAppliedToTheLines()
    {
        JsonNode promise = JsonNode.Parse(ModelCardJson.Write(Content()))!["promises"]!.AsArray().Single(one => (double)one!["maxError"]! == 0.01)!;

        double threshold = (double)promise["threshold"]!;
        Assert.InRange(threshold, 0, 0.625);
        int accepted = Read.Lines.Count(line => line.Confidence > threshold);
        Assert.Equal((double)accepted / 5, (double)promise["coverage"]!);
        Assert.Equal(Read.Lines.Count(line => line.Confidence > threshold && !line.Right), (int)promise["errors"]!);
    }

    [Fact]
    public void Json_Plates_HasNoConfidenceAndNoPromises()
    {
        LineCardContent content = Content() with
        {
            Evaluation = new LineReport("drawn plates", isPlates: true, [new ComposedLine("AB12", "AB12", null), new ComposedLine("", "1", null)]),
            Classifier = Classifier(Trained with { Confidence = null, HeldOut = null }),
        };

        byte[] card = ModelCardJson.Write(content);
        string text = ModelCardText.Write(card);

        Assert.Null(JsonNode.Parse(card)!["promises"]);
        Assert.Contains("None was fitted", text, StringComparison.Ordinal);
        Assert.Contains("| (nothing) | `1` |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_OlderCard_TellsWhatChanged()
    {
        JsonNode old = JsonNode.Parse(ModelCardJson.Write(Content()))!;
        old["evaluation"]!["accuracy"] = 0.5;

        string text = ModelCardText.Write(ModelCardJson.Write(Content(), JsonSerializer.SerializeToElement(old)));

        Assert.Contains("\n- accuracy: 50.00 % -> 60.00 %\n", text, StringComparison.Ordinal);
        Assert.Equal(ModelCardJson.Write(Content()), ModelCardJson.Write(Content(), JsonDocument.Parse(ModelCardJson.Write(Content())).RootElement));
    }

    [Fact]
    public void Measure_UntrainedNetworks_ReadsEveryLineTheSameOnAnyThreads()
    {
        LineClassifier lines = Classifier(Trained);

        LineReport one = LineEvaluator.Measure(lines, DrawnDigits.Create(30, seed: 5), count: 6, threads: 1, TestContext.Current.CancellationToken);
        LineReport two = LineEvaluator.Measure(lines, DrawnDigits.Create(30, seed: 5), count: 6, threads: 2, TestContext.Current.CancellationToken);

        Assert.Equal(6, one.Count);
        Assert.Equal(one.Lines, two.Lines);
        Assert.All(one.Lines, line => Assert.True(line.Truth.Length > 0 && line.Confidence is >= 0 and <= 1));
        Assert.Throws<ArgumentException>(() => LineEvaluator.Measure(lines, pictures: null));
        Assert.Throws<ArgumentException>(() => LineEvaluator.Measure(Classifier(Trained with { Recipe = "standard" }), DrawnDigits.Create(30, seed: 5)));
    }

    [Fact]
    public void Measure_Plates_NeedsNoPictures()
    {
        ModelCard card = Trained with { Recipe = "plates", Symbols = LineSymbols.Plates, Confidence = null, HeldOut = null };
        var plates = new LineClassifier(NeuralNetwork.Build(Recipes.Plates.Describe(), seed: 1), card, "sha256:tiny");

        LineReport report = LineEvaluator.Measure(plates, pictures: null, count: 5, threads: 1, TestContext.Current.CancellationToken);

        Assert.True(report.IsPlates && LineEvaluator.IsForPlates(plates));
        Assert.All(report.Lines, line => Assert.Null(line.Confidence));
    }

    private static LineClassifier Classifier(ModelCard card) =>
        new(NeuralNetwork.Build(Recipes.Line.Describe(), seed: 1), card, "sha256:tiny") { FileBytes = 4321 };

    private static LineCardContent Content() => new()
    {
        Name = "tiny",
        Classifier = Classifier(Trained),
        Evaluation = Read,
        Command = "by hand",
        Speed = new ModelSpeed(83_333, 12, "a machine"),
    };
}
