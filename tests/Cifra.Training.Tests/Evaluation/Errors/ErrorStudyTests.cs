using System.Text.Json;
using System.Xml.Linq;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Evaluation.Errors;
using Cifra.Network.Digits;
using Cifra.Reporting;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Tests.Network;

namespace Cifra.Tests.Evaluation.Errors;

public sealed class ErrorStudyTests
{
    // Ink in the first pixel reads as 3, in the second as 8. A moved picture has neither, and is read as 0.
    private static readonly DigitClassifier Classifier = new(PixelNetwork.Create());

    private static readonly DigitSet Pictures = PixelNetwork.Pictures((255, 0, 3), (255, 0, 8), (0, 255, 0), (0, 255, 8));

    [Fact]
    public void Of_TwoErrors_TellsFirmFromFragile()
    {
        ErrorStudy study = Study(new ErrorStudyOptions());

        Assert.Null(study.Find(0));
        Assert.False(study.Find(1)!.IsFragile); // no move makes an 8 of it
        Assert.Equal(0, study.Find(1)!.RightMoves);
        Assert.True(study.Find(2)!.IsFragile); // nearly every move makes it a 0
        Assert.InRange(study.Find(2)!.RightMoves, 24, 32);
        Assert.True(study.Find(1)!.Look!.Drops[(PixelNetwork.FirstPixel / 28 / 2 * 14) + (PixelNetwork.FirstPixel % 28 / 2)] > 0.8f);
        Assert.Empty(study.Find(1)!.Neighbours);
    }

    [Fact]
    public void Of_Training_FindsNeighboursOfEachError()
    {
        ErrorStudy study = Study(new ErrorStudyOptions { Training = PixelNetwork.Pictures((0, 250, 8), (250, 0, 3)), Looks = false });

        Assert.Equal([3, 8], study.Find(1)!.Neighbours.Select(near => near.Label));
        Assert.Equal([8, 3], study.Find(2)!.Neighbours.Select(near => near.Label));
        Assert.Null(study.Find(1)!.Look);
    }

    [Fact]
    public void Of_Most_LooksAtTheWorstOnly() => Assert.Single(Study(new ErrorStudyOptions { Most = 1 }).Errors);

    [Fact]
    public void IsFragile_AQuarterOfTheMoves_IsTheBorder()
    {
        var image = new RankedImage(0, 1, 2, 1);

        Assert.False(new StudiedError(image, 0.9, 8, 33).IsFragile); // 24.2 %
        Assert.True(new StudiedError(image, 0.9, 9, 33).IsFragile);
    }

    [Fact]
    public void Reports_Study_ShowItInEachErrorsCardAndInJson()
    {
        EvaluationReport report = Evaluator.Evaluate(Classifier, Pictures, cancellation: TestContext.Current.CancellationToken);
        report = report with { Study = Study(new ErrorStudyOptions { Training = PixelNetwork.Pictures((0, 250, 8), (250, 0, 3)) }) };

        XElement page = XDocument.Parse(HtmlReport.Write(report, new ModelInfo())).Root!;
        XElement[] studies = [.. page.Descendants("div").Where(div => div.Attribute("class")?.Value == "study")];
        Assert.Equal(2, studies.Length);
        Assert.All(studies, study => Assert.Equal(3, study.Descendants("img").Count())); // digit, heat, neighbours
        Assert.Contains(studies, study => study.Value.Contains("firm: 0 of 33 moves right", StringComparison.Ordinal));

        using var json = JsonDocument.Parse(EvaluationJson.Write(report));
        JsonElement[] errors = [.. json.RootElement.GetProperty("errors").EnumerateArray()];
        Assert.Equal(["firm", "fragile"], errors.OrderBy(e => e.GetProperty("index").GetInt32()).Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal(["index", "true", "read", "confidence", "moves", "rightMoves", "kind"], errors[0].EnumerateObject().Select(field => field.Name));
    }

    private static ErrorStudy Study(ErrorStudyOptions options) =>
        ErrorStudy.Of(
            Evaluator.Evaluate(Classifier, Pictures, cancellation: TestContext.Current.CancellationToken), Classifier, options,
            TestContext.Current.CancellationToken);
}
