using System.Text;
using System.Text.Json;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation.Robustness;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Reporting.Json;
using Cifra.Reporting.Text;
using Cifra.Training;

namespace Cifra.Tests.Evaluation.Robustness;

public sealed class RobustnessTestTests
{
    private static readonly DigitSet Digits = DrawnDigits.Create(40, seed: 8);

    [Fact]
    public void Run_StubThatFailsOneStrength_GivesTheFiguresByHand()
    {
        // The thirteenth set read is the third strength of the third corruption, scale; it is read all wrong, and half of every other one.
        int sets = 0;
        RobustnessReport report = RobustnessTest.Run(
            set => ++sets == 13 ? Wrong(set, 0) : Wrong(set, 20), kind => kind == SeenBy.Augmentation, Digits, new RobustnessOptions(), null, TestContext.Current.CancellationToken);

        Assert.Equal(81, sets); // 16 corruptions at 5 strengths, and the pictures as they are
        Assert.Equal(20, report.Clean.Correct);
        CorruptionCurve scale = report.Curves[2];
        Assert.Equal("scale", scale.Corruption);
        Assert.Equal([20, 20, 0, 20, 20], scale.Points.Select(point => point.Correct));
        Assert.Equal([1.1, 1.2, 1.3, 1.45, 1.6], scale.Points.Select(point => point.Dial));
        Assert.Equal(0.4, scale.Mean, 12);
        Assert.Equal((79 * 20) / (80.0 * 40), report.All.Accuracy, 12);
        Assert.Equal(10, report.Unseen!.Corruptions);
        Assert.Equal(0.5, report.Unseen.Accuracy, 12);

        // Half of the pictures always right, half never: deviation ½, 40 pictures.
        Assert.Equal(0.5 - (1.959964 * 0.5 / Math.Sqrt(40)), report.Unseen.Lower, 5);
        Assert.Equal(0.5 + (1.959964 * 0.5 / Math.Sqrt(40)), report.Unseen.Upper, 5);
    }

    [Fact]
    public void Run_EverythingSeen_HasNoMeanOverTheUnseen() => Assert.Null(
        RobustnessTest.Run(set => Wrong(set, 5), _ => true, Digits, new RobustnessOptions { Images = 10 }, null, TestContext.Current.CancellationToken).Unseen);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_AnyNumberOfThreads_ReadsTheSamePictures(bool picturePath)
    {
        byte[][] pixels = [.. new[] { 1, 3 }.Select(threads =>
        {
            using var all = new MemoryStream();
            RobustnessTest.Run(
                set =>
                {
                    all.Write(set.AllPixels);
                    return Wrong(set, 0);
                },
                _ => true,
                Digits,
                new RobustnessOptions { Images = 12, Threads = threads, PicturePath = picturePath },
                null,
                default);
            return all.ToArray();
        })];

        Assert.Equal(81 * 12 * DigitInput.Size, pixels[0].Length);
        Assert.True(pixels[0].AsSpan().SequenceEqual(pixels[1]));
    }

    [Fact]
    public void Run_NoLabels_Throws() => Assert.Throws<ArgumentException>(() => RobustnessTest.Run(
        new DigitClassifier(NeuralNetwork.Build(Architectures.All["quick"], seed: 1)), new DigitSet("none", new byte[784], null), cancellation: TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("quick", false, false)]
    [InlineData("standard", true, false)]
    [InlineData("ensemble", true, false)]
    [InlineData("field", true, true)]
    [InlineData("of my own", true, true)] // nobody knows: taken to have seen all
    public void Saw_Recipe_AsItsSettingsSay(string recipe, bool augmentation, bool field)
    {
        var card = new ModelCard { Recipe = recipe };

        Assert.Equal(augmentation, TrainingExposure.Saw(card, SeenBy.Augmentation));
        Assert.Equal(field, TrainingExposure.Saw(card, SeenBy.Field));
        Assert.False(TrainingExposure.Saw(card, SeenBy.None));
    }

    [Fact]
    public void Json_WrittenAndRead_IsTheSame()
    {
        RobustnessReport report = RobustnessTest.Run(set => Wrong(set, 7), kind => kind != SeenBy.None, Digits, new RobustnessOptions(), null, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(Json(report));

        RobustnessReport read = RobustnessJson.Read(document.RootElement, "card")!;

        Assert.Equal(Encoding.UTF8.GetString(Json(report)), Encoding.UTF8.GetString(Json(read)));
        Assert.Null(RobustnessText.Difference(report, read));
        Assert.NotNull(RobustnessText.Difference(report, read with { PicturePath = true }));
        Assert.Contains("0.00", RobustnessText.Table(report, read).Rows[0]);
    }

    [Theory]
    [InlineData("""{"robustness":7}""")]
    [InlineData("""{"robustness":[]}""")]
    [InlineData("""{"robustness":[{}],"robustnessSummary":{"picturePath":false}}""")]
    public void Json_NoneOfOurs_ThrowsInvalidData(string text)
    {
        using var document = JsonDocument.Parse(text);

        Assert.Throws<InvalidDataException>(() => RobustnessJson.Read(document.RootElement, "card"));
    }

    // The first so many pictures right, the others wrong.
    private static byte[] Wrong(DigitSet set, int right) =>
        [.. Enumerable.Range(0, set.Count).Select(i => (byte)((set.Labels[i] + (i < right ? 0 : 1)) % 10))];

    private static byte[] Json(RobustnessReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            RobustnessJson.WriteFields(json, report);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
