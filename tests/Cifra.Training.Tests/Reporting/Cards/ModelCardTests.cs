using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation;
using Cifra.Evaluation.Robustness;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Reporting.Cards;
using Cifra.Tests.Training;
using Cifra.Training;

namespace Cifra.Tests.Reporting.Cards;

// A tiny network trained on drawn digits, and the card that is made of it.
public sealed class ModelCardTests
{
    private static readonly Lazy<byte[]> Card = new(() => ModelCardJson.Write(Content()));

    [Fact]
    public void Text_EachFigure_IsTheJsonsOwn()
    {
        string text = ModelCardText.Write(Card.Value);
        JsonNode json = JsonNode.Parse(Card.Value)!;

        Assert.Contains($"| Accuracy | {Percent(json["evaluation"]!["accuracy"]!)} (95 % interval ", text, StringComparison.Ordinal);
        Assert.Contains($"| Loss | {((double)json["evaluation"]!["loss"]!).ToString("F4", CultureInfo.InvariantCulture)} ", text, StringComparison.Ordinal);
        Assert.Contains($"calibration error {Percent(json["evaluation"]!["ece"]!)} ", text, StringComparison.Ordinal);
        Assert.Contains("| Size on disk | 123,456 bytes |", text, StringComparison.Ordinal);
        Assert.Contains($"| Seed | {json["training"]!["seed"]} |", text, StringComparison.Ordinal);
        Assert.Contains($"| weightDecay | {json["training"]!["settings"]![0]!["weightDecay"]} |", text, StringComparison.Ordinal);
        Assert.Contains("1234 pictures a second", text, StringComparison.Ordinal);
        foreach (JsonNode? curve in json["robustness"]!.AsArray())
        {
            string points = string.Join(" | ", curve!["points"]!.AsArray().Select(point => Number(point!["accuracy"]!)));
            string seen = (bool)curve["seenInTraining"]! ? "yes" : "no";
            Assert.Contains($"| {curve["corruption"]} | {seen} | {points} | {Number(curve["mean"]!)} | ", text, StringComparison.Ordinal);
        }

        foreach (JsonNode? error in json["failures"]!["worst"]!.AsArray())
        {
            Assert.Contains($"| {error!["index"]} | {error["true"]} | {error["read"]} | {Percent(error["confidence"]!)} |", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_HandMade_HoldsTheEvaluation()
    {
        using var json = JsonDocument.Parse(Card.Value);

        Assert.Equal(60, json.RootElement.GetProperty("evaluation").GetProperty("images").GetInt32());
        Assert.Equal("by hand", json.RootElement.GetProperty("command").GetString());
        Assert.Equal(16, json.RootElement.GetProperty("robustness").GetArrayLength());
        Assert.Equal("standard", json.RootElement.GetProperty("training").GetProperty("settings")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Text_MadeTwice_IsTheSame() => Assert.Equal(ModelCardText.Write(Card.Value), ModelCardText.Write(ModelCardJson.Write(Content())));

    [Fact]
    public void Json_OlderCardWithOtherFigures_TellsWhatChangedAndGoesOnTellingIt()
    {
        JsonNode old = JsonNode.Parse(Card.Value)!;
        string now = Percent(old["robustness"]![6]!["points"]![2]!["accuracy"]!);
        old["robustness"]![6]!["points"]![2]!["accuracy"] = 0.123;
        old["network"]!["hash"] = "sha256:old";
        old["speed"]!["imagesPerSecond"] = 7; // never twice the same, and no change

        byte[] changed = ModelCardJson.Write(Content(), JsonSerializer.SerializeToElement(old));
        byte[] again = ModelCardJson.Write(Content(), JsonDocument.Parse(changed).RootElement);

        string text = ModelCardText.Write(changed);
        Assert.Contains("Compared with the card of `sha256:old`:", text, StringComparison.Ordinal);
        Assert.Contains($"\n- robustness: blur 3: 12.30 % -> {now}\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\n- ").Count(line => line.Contains(" -> ", StringComparison.Ordinal)));
        Assert.Equal(Encoding.UTF8.GetString(changed), Encoding.UTF8.GetString(again));
    }

    [Fact]
    public void Json_OlderCardThatDiffersInNothing_TellsOfNoChange() =>
        Assert.Equal(Card.Value, ModelCardJson.Write(Content(), JsonDocument.Parse(Card.Value).RootElement));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"network":{"hash":7}}""")]
    public void Json_OlderCardThatIsNone_ThrowsInvalidData(string text) =>
        Assert.Throws<InvalidDataException>(() => ModelCardJson.Write(Content(), JsonDocument.Parse(text).RootElement));

    [Fact]
    public void Text_NoCard_ThrowsInvalidData() => Assert.Throws<InvalidDataException>(() => ModelCardText.Write("{}"u8.ToArray()));

    [Fact]
    public void ErrorSheet_Errors_ShowsEachTwiceAsLarge()
    {
        EvaluationReport report = Content().Evaluation;
        GrayImage sheet = ErrorSheet.Draw(report, most: 1)!;

        ReadOnlySpan<byte> worst = report.Predictions.Set.Pixels(report.Errors[0].Index);
        for (int i = 0; i < worst.Length; i++)
        {
            Assert.Equal(worst[i], sheet[4 + (2 * (i % 28)), 4 + (2 * (i / 28))]);
        }

        Assert.Null(ErrorSheet.Draw(Evaluator.Evaluate(Trained.Value, report.Predictions.Set.Take([.. Right(report).Take(3)], "right"), cancellation: TestContext.Current.CancellationToken)));
    }

    private static readonly Lazy<DigitClassifier> Trained = new(() =>
    {
        TrainingResult result = TinyTraining.Run(threads: 1);
        return new DigitClassifier(result.Network, 1, new ModelCard { Recipe = "standard", Data = "drawn", Command = "cifra train", Seed = 5, TrainImages = 64 }, "sha256:new") { FileBytes = 123_456 };
    });

    private static ModelCardContent Content()
    {
        DigitSet set = DrawnDigits.Create(60, seed: 21);
        return new ModelCardContent
        {
            Name = "tiny",
            Classifier = Trained.Value,
            Evaluation = Evaluator.Evaluate(Trained.Value, set, "drawn") with
            {
                Robustness = RobustnessTest.Run(Trained.Value, set, new RobustnessOptions { Images = 20 }),
            },
            Command = "by hand",
            Speed = new ModelSpeed(1234, 56, "a machine"),
        };
    }

    private static IEnumerable<int> Right(EvaluationReport report) =>
        Enumerable.Range(0, report.Images).Where(i => report.Predictions.Read[i] == report.Predictions.Set.Labels[i]);

    private static string Percent(JsonNode rate) => $"{Number(rate)} %";

    private static string Number(JsonNode rate) => (100 * (double)rate).ToString("F2", CultureInfo.InvariantCulture);
}
