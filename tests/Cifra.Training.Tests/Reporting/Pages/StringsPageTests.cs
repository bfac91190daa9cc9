using System.Text.Json;
using System.Xml.Linq;
using Cifra.Evaluation.Strings;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Reading.Output;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Reporting.Text;
using Cifra.Tests.Evaluation.Strings;
using Cifra.Tests.Reading;

namespace Cifra.Tests.Reporting.Pages;

public sealed class StringsPageTests : IDisposable
{
    private const string Hostile = "\"><script>alert('é')</script>&.png";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Failures_ShowsTheSurestFirstWithPictureAndEdits()
    {
        XElement root = Page(Evaluation(("12", "17", 0.6), ("34", "3", 0.9), ("5", "5", 0.99), ("6 7", "67", 0.95), ("8", null, 0)));

        XElement[] cards = [.. root.Descendants("ol").Single(list => Class(list) == "strings").Elements("li")];
        Assert.Equal(["34: read 3", "12: read 17", "6 7: read 67"], cards.Select(card => card.Elements("p").First().Value));
        Assert.All(
            cards,
            card => Assert.StartsWith("data:image/png;base64,", card.Element("svg")!.Element("image")!.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Equal("4·", string.Concat(cards[0].Descendants("td").Where(cell => Class(cell) == "wrong").Select(cell => cell.Value)));
        Assert.Contains(
            "4.png: gone", root.Descendants("section").Single(section => (string?)section.Attribute("id") == "failed").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NamesFromOutside_StayText()
    {
        StringEvaluation evaluation = Evaluation(("1", "2", 0.9));
        var score = StringScore.Of(new StringTruth(Hostile, Hostile), new StringAnswer(Hostile + "1", 0.5, true), letters: true);
        var report = new StringReport([score, StringScore.Unreadable(new StringTruth(Hostile, "1"), Hostile)]) { Data = Hostile, Model = Hostile, Seconds = 0 };

        string page = StringsPage.Write(new StringEvaluation(report, [evaluation.Pictures[0], new MeasuredPicture(Hostile, null)]), Hostile);

        Assert.DoesNotContain(XDocument.Parse(page).Descendants(), element => element.Name.LocalName == "script");
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Write_AllRight_SaysSo() =>
        Assert.Contains("read wholly right", Page(Evaluation(("1", "1", 0.9))).Value, StringComparison.Ordinal);

    [Fact]
    public void Write_NothingReadAtAll_HasNoCurve() => Assert.DoesNotContain(
        Page(Evaluation(("1", "", 0))).Descendants("svg"), svg => Class(svg).Contains("lines", StringComparison.Ordinal));

    // Where a reader's opinion or a lattice goes.
    [Fact]
    public void Write_Extra_StandsInEachCard()
    {
        StringEvaluation evaluation = Evaluation(("1", "2", 0.9), ("3", "4", 0.8));

        XElement root = XDocument.Parse(StringsPage.Write(evaluation, "", (page, score, picture) =>
            page.Open("svg").Leaf("text", $"{score.Truth.Text} {Path.GetFileName(picture.Path)}").Close())).Root!;

        Assert.Equal(["1 0.png", "3 1.png"], root.Descendants("div").Where(part => Class(part) == "extra").Select(part => part.Value.Trim()));
    }

    [Fact]
    public void Json_Failures_HasTheFieldsOfTheContractFirst()
    {
        StringReport report = StringSamples.Report(("12", "12", 0.9), ("34", "94", 0.4), ("5", null, 0)) with { MaxError = 0.05 };

        using var document = JsonDocument.Parse(StringsJson.Write(report));
        JsonElement json = document.RootElement;

        Assert.Equal(
            ["schemaVersion", "images", "exact", "exactRate", "characterErrorRate", "unsure", "readRateAtError", "failed", "seconds"],
            json.EnumerateObject().Take(9).Select(field => field.Name));
        Assert.Equal(3, json.GetProperty("images").GetInt32());
        Assert.Equal(2 / 5.0, json.GetProperty("characterErrorRate").GetDouble());
        Assert.Equal(["0.01", "0.001", "0.05"], json.GetProperty("readRateAtError").EnumerateObject().Select(rate => rate.Name));
        Assert.Equal(1 / 3.0, json.GetProperty("readRateAtError").GetProperty("0.001").GetDouble());
        Assert.Equal("""[{"true":"3","read":"9","count":1}]""", json.GetProperty("substitutions").GetRawText());
        Assert.Equal(0.95, json.GetProperty("refusal").GetProperty("errorUpper95").GetDouble(), 1e-9); // none of one: 1 − 0.05
        Assert.Equal(
            """{"file":"1.png","truth":"34","read":"94","confidence":0.4,"decision":"unsure","exact":false,"kind":"substituted"}""",
            json.GetProperty("results")[1].GetRawText());
        Assert.Equal(
            """{"file":"2.png","truth":"5","error":"2.png: gone","exact":false,"kind":"unreadable"}""", json.GetProperty("results")[2].GetRawText());
    }

    [Fact]
    public void Text_Failures_NamesFiguresAndKinds()
    {
        string text = StringsText.Write(StringSamples.Report(("12", "12", 0.9), ("34", "94", 0.4), ("5", null, 0)));

        Assert.StartsWith("exact 33.33%  (1 of 3 pictures; ", text, StringComparison.Ordinal);
        Assert.Contains("character error rate 40.00%  (5 characters; 1 read as another, 1 missing, 0 too many)", text, StringComparison.Ordinal);
        Assert.Contains("3 read as 9 (1)", text, StringComparison.Ordinal);
        Assert.Contains("1.png: 34, read 94  confidence 0.400  read as another", text, StringComparison.Ordinal);
    }

    private static string Class(XElement element) => (string?)element.Attribute("class") ?? "";

    private static XElement Page(StringEvaluation evaluation) => XDocument.Parse(StringsPage.Write(evaluation, "field")).Root!;

    private StringEvaluation Evaluation(params (string Truth, string? Read, double Confidence)[] pictures)
    {
        StringReport report = StringSamples.Report(pictures);
        return new StringEvaluation(report, [.. report.Scores.Select((score, i) => new MeasuredPicture(
            _folder.Write(score.Truth.File, PngEncoder.Encode(new GrayImage(700, 200))), // larger than a card shows
            score.Answer is { } answer ? ReadPictures.Of(ReadPictures.Number(answer.Text, answer.Confidence, 0, 0)) : null))]);
    }
}
