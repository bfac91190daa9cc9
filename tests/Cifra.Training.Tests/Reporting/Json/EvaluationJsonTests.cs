using System.Text.Json;
using Cifra.Evaluation;
using Cifra.Reporting.Json;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reporting.Json;

public sealed class EvaluationJsonTests
{
    private static readonly EvaluationReport Report = EvaluationReport.Of(
        PredictionSamples.Of("1122", (1, 0.5f), (7, 0.5f), (2, 0.5f), (2, 0.5f)), "sha256:ab", "a \"b\" <c>", seconds: 2.5);

    [Fact]
    public void Write_HandMade_HasTheFieldsOfTheDesignInOrder()
    {
        using var json = JsonDocument.Parse(EvaluationJson.Write(Report));

        string[] names = [.. json.RootElement.EnumerateObject().Select(field => field.Name)];
        string[] expected =
        [
            "schemaVersion", "model", "data", "images", "correct", "accuracy", "interval95", "confusion", "loss", "ece", "seconds",
            "perClass", "macro", "weighted", "confusedPairs", "topLosses", "errorReject",
        ];
        Assert.Equal(expected, names);
    }

    [Fact]
    public void Write_HandMade_HoldsTheFigures()
    {
        using var json = JsonDocument.Parse(EvaluationJson.Write(Report));
        JsonElement root = json.RootElement;

        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("sha256:ab", root.GetProperty("model").GetString());
        Assert.Equal("a \"b\" <c>", root.GetProperty("data").GetString());
        Assert.Equal(4, root.GetProperty("images").GetInt32());
        Assert.Equal(3, root.GetProperty("correct").GetInt32());
        Assert.Equal(0.75, root.GetProperty("accuracy").GetDouble());
        Assert.Equal(2, root.GetProperty("interval95").GetArrayLength());
        Assert.Equal(0.3006, root.GetProperty("interval95")[0].GetDouble(), 1e-4); // Wilson for 3 of 4, by hand
        Assert.Equal(0.9544, root.GetProperty("interval95")[1].GetDouble(), 1e-4);
        Assert.Equal(((3 * Math.Log(2)) + Math.Log(18)) / 4, root.GetProperty("loss").GetDouble(), 1e-6);
        Assert.Equal(0.25, root.GetProperty("ece").GetDouble(), 1e-6);
        Assert.Equal(2.5, root.GetProperty("seconds").GetDouble());
    }

    [Fact]
    public void Write_HandMade_ConfusionHasRowsTrueAndColumnsRead()
    {
        using var json = JsonDocument.Parse(EvaluationJson.Write(Report));
        JsonElement confusion = json.RootElement.GetProperty("confusion");

        Assert.Equal(10, confusion.GetArrayLength());
        Assert.All(confusion.EnumerateArray(), row => Assert.Equal(10, row.GetArrayLength()));
        Assert.Equal(1, confusion[1][7].GetInt32());
        Assert.Equal(0, confusion[7][1].GetInt32());
        Assert.Equal(2, confusion[2][2].GetInt32());
    }

    [Fact]
    public void Write_DigitNeverShown_HasNullRecall()
    {
        using var json = JsonDocument.Parse(EvaluationJson.Write(Report));
        JsonElement seven = json.RootElement.GetProperty("perClass")[7];

        Assert.Equal(7, seven.GetProperty("digit").GetInt32());
        Assert.Equal(0, seven.GetProperty("precision").GetDouble());
        Assert.Equal(JsonValueKind.Null, seven.GetProperty("recall").ValueKind);
        Assert.Equal(0, seven.GetProperty("support").GetInt32());
    }

    [Fact]
    public void Write_OneConfusion_ListsThePair()
    {
        using var json = JsonDocument.Parse(EvaluationJson.Write(Report));
        JsonElement pair = Assert.Single(json.RootElement.GetProperty("confusedPairs").EnumerateArray());

        Assert.Equal(1, pair.GetProperty("true").GetInt32());
        Assert.Equal(7, pair.GetProperty("read").GetInt32());
        Assert.Equal(1, pair.GetProperty("count").GetInt32());
        JsonElement loss = Assert.Single(json.RootElement.GetProperty("topLosses").EnumerateArray());
        Assert.Equal(1, loss.GetProperty("true").GetInt32());
        Assert.Equal(7, loss.GetProperty("read").GetInt32());
        Assert.True(loss.GetProperty("loss").GetDouble() > Math.Log(2), "a misread digit has less than half of the probability");
    }
}
