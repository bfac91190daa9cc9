using System.Text.Json;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation;
using Cifra.Imaging.Repair;
using Cifra.Network.Models;
using Cifra.Reporting;

namespace Cifra.Tests.Evaluation;

public sealed class RepairedSetTests
{
    private static readonly DigitSet Digits = DrawnDigits.Create(20, seed: 12);

    [Fact]
    public void Of_CleanSet_IsTheSameObject()
    {
        RepairedSet repaired = RepairedSet.Of(Pretrained.Mnist, Digits, cancellation: TestContext.Current.CancellationToken);

        Assert.Same(Digits, repaired.Set);
        Assert.Equal(0, repaired.Report?.Repaired);
    }

    [Fact]
    public void Of_NormalizedSet_IsNotLookedAt()
    {
        var set = new DigitSet("mine", Negative(), null) { Normalized = true };

        RepairedSet repaired = RepairedSet.Of(Pretrained.Mnist, set, cancellation: TestContext.Current.CancellationToken);

        Assert.Same(set, repaired.Set);
        Assert.Null(repaired.Report);
    }

    [Fact]
    public void Of_DamagedSet_KeepsLabelsAndSourcesAndTheGivenPixels()
    {
        byte[] pixels = Negative();
        string[] sources = [.. Enumerable.Range(0, 20).Select(i => $"{i}.png")];
        var set = new DigitSet("mine", pixels, Digits.Labels.ToArray(), sources);

        RepairedSet repaired = RepairedSet.Of(Pretrained.Mnist, set, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Negative(), pixels);
        Assert.Equal(Digits.Labels.ToArray(), repaired.Set.Labels.ToArray());
        Assert.Equal("7.png", repaired.Set.Source(7));
        Assert.InRange(repaired.Report!.Repaired, 15, 20);
    }

    [Fact]
    public void Report_StepsOfFourPictures_AreCountedOncePerPicture()
    {
        var report = RepairReport.Of(
        [
            [],
            [RepairStep.Paper],
            [RepairStep.Median, RepairStep.Paper, RepairStep.Paper],
            [RepairStep.TurnBack],
        ]);

        Assert.Equal((4, 3), (report.Images, report.Repaired));
        Assert.Equal([new(RepairStep.Paper, 2), new(RepairStep.TurnBack, 1), new(RepairStep.Median, 1)], report.Steps);
        Assert.Equal("repaired  3 of 4 pictures (paper subtracted 2, negative turned back 1, median 3x3 1)", RepairText.Line(report));
        Assert.Equal("""{"repair":{"images":4,"repaired":3,"steps":{"paper":2,"turnBack":1,"median":1}}}""", Json(report));
    }

    [Fact]
    public void Report_NothingRepairedOrNotLooked_HasNoLine()
    {
        Assert.Empty(RepairText.Line(RepairReport.Of([[], []])));
        Assert.Empty(RepairText.Line(null));
        Assert.Equal("{}", Json(null));
    }

    [Fact]
    public void Line_EveryStep_HasAName() =>
        Assert.All(Enum.GetValues<RepairStep>(), step => Assert.EndsWith(" 1)", RepairText.Line(RepairReport.Of([[step]])), StringComparison.Ordinal));

    private static byte[] Negative() => [.. Digits.AllPixels.ToArray().Select(level => (byte)(255 - level))];

    private static string Json(RepairReport? report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            RepairText.WriteField(json, report);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
