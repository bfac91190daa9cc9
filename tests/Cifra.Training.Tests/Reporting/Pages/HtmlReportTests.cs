using System.Text;
using System.Xml.Linq;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Imaging.Formats;
using Cifra.Network;
using Cifra.Numerics;
using Cifra.Reporting;
using Cifra.Reporting.Pages;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reporting.Pages;

public sealed class HtmlReportTests
{
    private const string Hostile = "\"><script>alert('é')</script>&.png";

    private static readonly ModelInfo FullModel = new()
    {
        Name = "m.safetensors",
        Summary = "layer  output\ndense  <10>",
        Filters = new FirstLayerFilters(2, 2, 3, [-1, -0.5f, 0, 0.2f, 0.6f, 1, 0, 0, 0, 0, 0, float.NaN]),
        Card = new ModelCard
        {
            Recipe = "standard",
            Data = "mnist",
            Command = "cifra train --data \"a & b\"",
            Seed = 7,
            TrainImages = 55000,
            ValidationImages = 5000,
            History =
            [
                new EpochRecord(1, 0.01, 0.5, 0.85, 0.2, 0.94, 30),
                new EpochRecord(2, 0.005, double.NaN, 0.9, null, null, 31), // a loss that ran away, and no validation
                new EpochRecord(3, 0.001, 0.02, 0.99, 0.01, 0.995, 29),
            ],
        },
    };

    public static TheoryData<string> Cases => [.. Reports.Keys];

    private static Dictionary<string, (EvaluationReport Report, ModelInfo Model)> Reports { get; } = new()
    {
        ["errors"] = (Errors(), FullModel),
        ["no errors"] = (Report(PredictionSamples.Of("0123456789", [.. Enumerable.Range(0, 10).Select(d => (d, 0.9f))])), FullModel),
        ["absent classes"] = (Report(PredictionSamples.Of("1177", (1, 0.9f), (4, 0.6f), (7, 1f), (7, 1f))), new ModelInfo()),
        ["one image"] = (Report(PredictionSamples.Of("4", (4, 0.3f))), new ModelInfo()),
        ["one error"] = (Report(PredictionSamples.Of("4", (9, 1f))), new ModelInfo()),
        ["hostile names"] = (HostileNames(), FullModel with { Name = Hostile, Summary = Hostile, Card = FullModel.Card with { Command = Hostile } }),
        ["one epoch"] = (Errors(), FullModel with { Card = new ModelCard { History = [new EpochRecord(1, 0.1, 0, 1, 0, 1, 0)] } }),
        ["ran away"] = (
            Errors(), FullModel with { Card = new ModelCard { History = [new EpochRecord(1, 0.1, double.PositiveInfinity, double.NaN, 1e300, -1e300, 0)] } }),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_EachCase_IsWellFormedAndFetchesNothing(string name)
    {
        string page = HtmlReport.Write(Reports[name].Report, Reports[name].Model);

        XElement root = XDocument.Parse(page).Root!;
        Assert.DoesNotContain("http://", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "link" or "iframe" or "object" or "embed" or "form");
        Assert.All(Values(root, "src"), src => Assert.StartsWith("data:image/png;base64,", src, StringComparison.Ordinal));
        Assert.All(Values(root, "href"), href => Assert.StartsWith("#", href, StringComparison.Ordinal));
        Assert.DoesNotContain(root.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_EachCase_DrawsOnlyNumbers(string name)
    {
        XElement root = Parse(Reports[name]);

        IEnumerable<XAttribute> places = root.Descendants().Attributes()
            .Where(a => a.Name.LocalName is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy" or "width" or "height" or "d" or "viewBox" or "style");
        Assert.All(places, place => Assert.False(
            place.Value.Contains("NaN", StringComparison.Ordinal) || place.Value.Contains("Infinity", StringComparison.Ordinal) || place.Value.Contains('E'),
            place.ToString()));
        Assert.All(root.Descendants("rect"), rect => Assert.True((double)rect.Attribute("height")! >= 0, rect.ToString()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_EachCase_LinksLeadSomewhereAndIdsAreUnique(string name)
    {
        XElement root = Parse(Reports[name]);

        string[] ids = [.. Values(root, "id")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Values(root, "href"), href => Assert.Contains(href[1..], ids));
        Assert.All(Values(root, "aria-labelledby"), id => Assert.Contains(id, ids));
        Assert.All(Values(root, "for"), id => Assert.Contains(id, ids));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_EachCase_PicturesAndDrawingsHaveNames(string name)
    {
        XElement root = Parse(Reports[name]);

        Assert.All(root.Descendants("img"), img => Assert.NotNull(img.Attribute("alt")));
        Assert.All(root.Descendants("svg"), svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.All(root.Descendants("svg"), svg => Assert.Contains(svg.Attribute("role")!.Value, (string[])["img", "group"]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_EachCase_GalleryHoldsEveryErrorWorstFirstWithItsPicture(string name)
    {
        (EvaluationReport report, ModelInfo _) = Reports[name];

        XElement[] cards = Cards(Parse(Reports[name]));

        Assert.Equal(report.Errors.Select(error => error.Index), cards.Select(card => (int)card.Attribute("data-index")!));
        Assert.Equal(report.Errors.Select(error => $"t{error.True} r{error.Read}"), cards.Select(card => card.Attribute("class")!.Value));
        Assert.All(cards, card => Assert.Equal(
            report.Predictions.Set.Pixels((int)card.Attribute("data-index")!).ToArray(), Decode(card.Element("img")!.Attribute("src")!.Value)));
    }

    [Fact]
    public void Write_OneError_CardTellsTruthReadingAndTheThreeLikeliest()
    {
        float[] row = [0, 0.0005f, 0, 0, 0.25f, 0, 0, 0.1f, 0, 0.6495f];
        EvaluationReport report = Report(new Predictions(PredictionSamples.Set([4], ["scans/a.png"]), row));

        XElement card = Assert.Single(Cards(Parse((report, new ModelInfo()))));

        Assert.Equal("4 read as 9", card.Descendants("p").First().Value);
        string[] likely = [.. card.Descendants("li").Select(li => $"{li.Elements("span").First().Value} {li.Elements("span").Last().Value}")];
        Assert.Equal(["9 65.0\u202F%", "4 25.0\u202F%", "7 10.0\u202F%"], likely); // 64.95 % rounds to 65.0
        Assert.Equal("#0 · loss 1.39 · scans/a.png", card.Descendants("p").Last().Value); // −ln 0.25
    }

    [Fact]
    public void Write_HostileNames_StayText()
    {
        string page = HtmlReport.Write(Reports["hostile names"].Report, Reports["hostile names"].Model);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        XElement root = XDocument.Parse(page).Root!;
        Assert.Equal(Hostile, root.Descendants("h1").Single().Value);
        Assert.Contains(root.Descendants("span"), span => span.Value == Hostile && span.Attribute("class")?.Value == "file");
        Assert.Single(root.Descendants("script"));
    }

    [Fact]
    public void Write_Errors_EachConfusedCellLinksToARuleThatFilters()
    {
        XElement root = Parse(Reports["errors"]);
        string style = root.Descendants("style").Single().Value;

        string[] cells = [.. root.Descendants("a").Where(a => a.Attribute("class")?.Value.StartsWith("cell ", StringComparison.Ordinal) == true)
            .Select(a => a.Attribute("href")!.Value)];

        Assert.Equal(Reports["errors"].Report.Confusion.ConfusedPairs().Count, cells.Length);
        Assert.All(cells, cell => Assert.Contains($"{cell}:target~.cards>:not(.{cell[1..3]}.{cell[3..]}){{display:none}}", style, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_NoErrors_SaysSo()
    {
        XElement gallery = Parse(Reports["no errors"]).Descendants("section").Single(s => s.Attribute("id")!.Value == "errors");

        Assert.Contains("There are none: 10 images, read right.", gallery.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoHistory_SaysSo() =>
        Assert.Contains("no record of its training", HtmlReport.Write(Reports["one image"].Report, new ModelInfo()), StringComparison.Ordinal);

    [Fact]
    public void Write_History_DrawsLossAndAccuracyOfBothKinds()
    {
        XElement learning = Parse(Reports["errors"]).Descendants("section").Single(s => s.Attribute("id")!.Value == "learning");

        Assert.Equal(2, learning.Descendants("svg").Count());
        Assert.Equal(4, learning.Descendants("path").Count());
        Assert.Equal(2 + 2 + 3 + 2, learning.Descendants("circle").Count()); // what is NaN or missing is passed over
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(HtmlReport.Write(Errors(), FullModel), HtmlReport.Write(Errors(), FullModel));

    [Fact]
    public void Write_HundredErrorsOfNoise_StaysUnderOneAndAHalfMegabytes()
    {
        var random = new SeededRandom(100);
        byte[] pixels = new byte[100 * DigitInput.Size];
        random.NextBytes(pixels); // what no encoder can shrink
        byte[] labels = [.. Enumerable.Range(0, 100).Select(i => (byte)(i % 9))];
        float[] rows = [.. labels.SelectMany(label => PredictionSamples.Row(label + 1, 0.8f))];

        string page = HtmlReport.Write(Report(new Predictions(new DigitSet("noise", pixels, labels), rows)), FullModel);

        Assert.Equal(100, Cards(XDocument.Parse(page).Root!).Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 100_000, 1_500_000);
    }

    private static EvaluationReport Report(Predictions predictions) => EvaluationReport.Of(predictions, "sha256:ab", "mine", 1.5);

    private static EvaluationReport Errors() => Report(PredictionSamples.Of(
        "01234567894497", (0, 0.9f), (1, 0.8f), (3, 0.7f), (3, 0.6f), (9, 0.5f), (5, 0.9f), (0, 0.4f), (7, 1f), (8, 1f), (4, 1f), (9, 1f), (9, 0.9f), (9, 0.3f), (1, 0.2f)));

    private static EvaluationReport HostileNames() => EvaluationReport.Of(
        new Predictions(
            PredictionSamples.Set([4, 4], [Hostile, "a\0b"]), [.. PredictionSamples.Row(9, 1), .. PredictionSamples.Row(4, 1)]), Hostile, Hostile, 1);

    private static XElement Parse((EvaluationReport Report, ModelInfo Model) report) =>
        XDocument.Parse(HtmlReport.Write(report.Report, report.Model)).Root!;

    private static XElement[] Cards(XElement root) =>
        [.. root.Descendants("ol").Where(ol => ol.Attribute("class")?.Value == "cards errors").Elements("li")];

    private static IEnumerable<string> Values(XElement root, string attribute) =>
        root.Descendants().Attributes(attribute).Select(a => a.Value);

    private static byte[] Decode(string source) =>
        PictureFile.Decode(Convert.FromBase64String(source["data:image/png;base64,".Length..]), "inline").ToGray().Pixels.ToArray();
}
