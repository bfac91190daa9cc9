using Cifra.Data.Drawn;
using Cifra.Evaluation.Strings;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Ink;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

public sealed class MicrFinderTests
{
    private static readonly PictureInkOptions Strip = PictureInkOptions.Default with { Straighten = false, FindPage = false };

    [Theory]
    [InlineData(MicrFont.E13B, 150, "⑈279⑈ ⑆86252⑉307⑆ 952⑉301461⑈ ⑇6534778780⑇")]
    [InlineData(MicrFont.E13B, 200, "⑆012345678⑆ 9876543210⑈ 1025")]
    [InlineData(MicrFont.E13B, 600, "⑈083660⑈ 500025033⑆ 290062⑈ 31")]
    [InlineData(MicrFont.Cmc7, 200, ">012345678901; :234567890123= <4567890123")]
    [InlineData(MicrFont.Cmc7, 300, "0123456; 789012345678: 901234567890=")]
    [InlineData(MicrFont.Cmc7, 400, "<01234567<8901234567>890123456789:")]
    public void Find_CleanPrint_ReadsAllOfIt(MicrFont font, int dpi, string text)
    {
        GrayImage print = Negative(MicrPrint.Line(MicrFace.Of(font), text, dpi / 25.4f, room: 4));

        MicrLine? line = MicrFinder.Find(PictureInk.Of(print, Strip).Even.Picture);

        Assert.NotNull(line);
        Assert.Equal((font, text), (line.Font, line.Text));
        Assert.InRange(line.Confidence, 0.9, 1);
        Assert.Equal(text.Count(symbol => symbol != ' '), line.Characters.Count);
        Assert.Equal(line.Characters.OrderBy(character => character.Box.X), line.Characters);
    }

    [Fact]
    public void Find_HandwrittenNumbers_IsNone() =>
        Assert.Null(MicrFinder.Find(PictureInk.Of(DrawnDigits.DrawNumber("31415926\n27182818", 64, seed: 3), Strip).Even.Picture));

    [Fact]
    public void Run_LinesAt200Dpi_OneCharacterInAThousandIsWrongAtMost()
    {
        double? wrong = MicrEvaluator.Run(new MicrRunOptions { Lines = 40, Threads = 1, Seed = 5 }, TestContext.Current.CancellationToken).CharacterErrorRate;

        Assert.InRange(wrong ?? 1, 0, 0.001);
    }

    [Fact]
    public void Run_LinesOfBarsAt200Dpi_OneCharacterInTwentyIsWrongAtMost()
    {
        MicrRunOptions lines = new() { Lines = 30, Font = MicrFont.Cmc7, Threads = 1, Seed = 5 };

        Assert.InRange(MicrEvaluator.Run(lines, TestContext.Current.CancellationToken).CharacterErrorRate ?? 1, 0, 0.05);
    }

    // Read by eye.
    [Theory]
    [InlineData("cheques-in-dev", "cheque_083659.jpg", "⑈083659⑈ 500025033⑆ 290062⑈ 31")]
    [InlineData("cheques-in-dev", "cheque_083660.jpg", "⑈083660⑈ 500025033⑆ 290062⑈ 31")]
    [InlineData("cheques-in-dev", "cheque_309092.jpg", "⑈309092⑈ 500211012⑆ 426160⑈ 31")]
    [InlineData("cheques-us-dev", "a_1.jpg", "⑆000000000⑆ ⑆000000000⑆ 1025")]
    [InlineData("cheques-us-dev", "best5_png.jpg", "⑆000000000⑆ ⑆000000000⑆ 1025")]
    [InlineData("cheques-us-dev", "scan_ex4_png.jpg", "⑆000000000⑆ ⑆000000000⑆ 1025")]
    [InlineData("cheques-us-dev", "test_img3.jpg", "⑆000000000⑆ ⑆000000000⑆ 1025")]
    public void Find_RealCheque_ReadsItsLine(string set, string file, string expected)
    {
        string picture = Path.Combine(SharedData.Folder($"real/{set}"), "images", file);

        MicrLine? line = MicrFinder.Find(PictureInk.Of(PictureFile.Load(picture), PictureInkOptions.Default with { Straighten = false }).Even.Picture);

        Assert.Equal(expected, line?.Text);
    }

    private static GrayImage Negative(GrayImage ink) =>
        new(ink.Width, ink.Height, Array.ConvertAll(ink.Pixels.ToArray(), pixel => (byte)(235 - (200 * pixel / 255))));
}
