using Cifra.Evaluation.Strings;
using Cifra.Imaging;
using Cifra.Reading;
using Cifra.Reading.Digits;
using Cifra.Tests.Reading;

namespace Cifra.Tests.Evaluation.Strings;

public sealed class StringEvaluatorTests
{
    [Fact]
    public void Run_PicturesOfManyThreads_KeepTheirOrder()
    {
        StringTruth[] truths = [.. Enumerable.Range(0, 60).Select(i => new StringTruth($"{i:00}.png", $"{i}"))];
        List<int> heard = [];

        StringEvaluation evaluation = StringEvaluator.Run(ReadName, truths, Options() with { Threads = 4, Progress = heard.Add }, TestContext.Current.CancellationToken);

        Assert.Equal(truths.Select(truth => truth.File), evaluation.Report.Scores.Select(score => score.Truth.File));
        Assert.Equal(truths.Select(truth => Path.Combine("scans", truth.File)), evaluation.Pictures.Select(picture => picture.Path));
        Assert.Equal(50, evaluation.Report.Exact); // 00 to 09 are read with two digits
        Assert.Equal(Enumerable.Range(1, 60), heard);
    }

    [Fact]
    public void Run_PictureThatCannotBeRead_IsOneOfTheFigures()
    {
        StringTruth[] truths = [new("12.png", "12"), new("bad.png", "3"), new("none.png", "4")];

        StringReport report = StringEvaluator.Run(
            path => Path.GetFileName(path) switch
            {
                "bad.png" => throw new InvalidDataException("bad.png: damaged"),
                "none.png" => throw new FileNotFoundException("none.png: missing"),
                _ => ReadName(path),
            },
            truths, Options(), TestContext.Current.CancellationToken).Report;

        Assert.Equal((3, 1, 2), (report.Images, report.Exact, report.Failed));
        Assert.Equal([null, "bad.png: damaged", "none.png: missing"], report.Scores.Select(score => score.Error));
    }

    [Fact]
    public void Run_TruthWithABox_ComparesWhatStandsThere()
    {
        // The number in the truth's place is 10 columns off: 20x20 of 30x20 pixels each in common, 400 of 800.
        ReadNumber there = ReadPictures.Number("12", 0.9, x: 0, y: 0) with { Box = new PixelBox(110, 50, 30, 20) };
        ReadNumber elsewhere = ReadPictures.Number("99", 0.9, x: 0, y: 0) with { Box = new PixelBox(0, 0, 30, 20) };
        StringTruth[] truths =
        [
            new("a.png", "12") { Box = new PixelBox(100, 50, 30, 20) },
            new("b.png", "12") { Box = new PixelBox(100, 70, 30, 20) },
            new("c.png", "99"),
        ];

        StringReport report = StringEvaluator.Run(_ => ReadPictures.Of(elsewhere, there), truths, Options(), TestContext.Current.CancellationToken).Report;

        Assert.Equal((2, 1), (report.Located, report.Found));
        Assert.Equal([0.5, 0.0, null], report.Scores.Select(score => score.Overlap));
        Assert.Equal(["12", "", "99|12"], report.Scores.Select(score => score.Answer!.Text));
        Assert.Equal(1, report.Exact);
        Assert.Contains("found 1 of 2", Cifra.Reporting.Text.StringsText.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        StringTruth[] truths = [.. Enumerable.Range(0, 100).Select(i => new StringTruth($"{i:00}.png", $"{i}"))];
        int read = 0;

        Assert.Throws<OperationCanceledException>(() => StringEvaluator.Run(
            path =>
            {
                read++;
                source.Cancel();
                return ReadName(path);
            },
            truths, Options() with { Threads = 1 }, source.Token));

        Assert.Equal(1, read);
    }

    [Fact]
    public void Run_ShippedNetworkOnPhotos_ReadsMost()
    {
        string folder = SharedData.Folder("real/photo-numbers-dev");
        StringReport report = StringEvaluator.Run(
            path => DigitReader.Default.Read(path),
            StringTruth.Load(Path.Combine(folder, "truth.csv")),
            Options() with { Folder = Path.Combine(folder, "images") },
            TestContext.Current.CancellationToken).Report;

        Assert.True(report.WhollyRight >= 12, $"{report.WhollyRight} of {report.Images}"); // the target
        Assert.Equal(0, report.Failed);
    }

    private static StringRunOptions Options() => new() { Folder = "scans", Data = "by hand", Model = "sha256:00" };

    // A reader that says what a picture is called.
    private static PictureReading ReadName(string path) => ReadPictures.Of(ReadPictures.Number(Path.GetFileNameWithoutExtension(path), 0.9, x: 0, y: 0));
}
