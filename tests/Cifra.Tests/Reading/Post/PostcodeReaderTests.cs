using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Steps;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;
using Cifra.Reading.Post;
using Cifra.Tests.Reading.Post.Envelopes;

namespace Cifra.Tests.Reading.Post;

public sealed class PostcodeReaderTests
{
    private static readonly PostcodeReader Reader = new(Pretrained.Field, Pretrained.Lines, Grammar.Postcode("us"));

    [Theory]
    [InlineData(false, false, 4)]
    [InlineData(true, false, 4)]
    [InlineData(true, true, 4)]
    public void Read_Envelope_ReadsTheAddressPostcodeWhereItStands(bool printed, bool photo, long index)
    {
        var envelope = Envelope.Compose(digits: null, seed: 11, index, new EnvelopeKind(printed, Postcode: true, photo, Size: 1200));

        PictureReading reading = Reader.Read(envelope.Picture);

        ReadNumber number = Assert.Single(reading.Numbers);
        Assert.Equal(Bare(envelope.Postcode), Bare(number.Text));
        Assert.Equal("postcode", number.Name);
        Assert.Equal(Decision.Accept, number.Decision);
        PixelBox box = envelope.Box;
        bool overlaps = number.Box.X < box.Right && box.X < number.Box.Right && number.Box.Y < box.Bottom && box.Y < number.Box.Bottom;
        Assert.True(overlaps, $"{number.Box} beside {box}");
        Assert.Equal((envelope.Picture.Width, envelope.Picture.Height), (reading.Width, reading.Height));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Read_EnvelopeWithoutPostcode_AcceptsNoneAndSaysSo(long index)
    {
        var envelope = Envelope.Compose(digits: null, seed: 11, index, new EnvelopeKind(Printed: true, Postcode: false, Photo: false, Size: 1200));

        PictureReading reading = Reader.Read(envelope.Picture);

        Assert.DoesNotContain(reading.Numbers, number => number.Decision == Decision.Accept);
        Assert.True(reading.Numbers.Count > 0 || reading.Findings.Single().StartsWith("no US ZIP code", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BlankPaper_SaysThatThereIsNone()
    {
        var paper = new GrayImage(600, 300);
        paper.Pixels.Fill(220);

        PictureReading reading = Reader.Read(paper);

        Assert.True(reading.IsBlank);
        Assert.Equal("no US ZIP code: no writing that could be one", Assert.Single(reading.Findings));
        Assert.Empty(Reader.Look(Coloured(paper)));
    }

    [Fact]
    public void Read_PostcodeAlone_IsReadAsAField()
    {
        GrayImage picture = DrawnDigits.DrawNumber("62701", 64, seed: 3);

        ReadNumber expected = Assert.Single(new NumberReader(Pretrained.Field, Pretrained.Lines, options: null, Grammar.Postcode("us")).Read(picture).Numbers);
        ReadNumber number = Assert.Single(Reader.Read(picture).Numbers);

        Assert.Equal("62701", number.Text);
        Assert.Equal((expected.Text, expected.Confidence, expected.Box, expected.Name), (number.Text, number.Confidence, number.Box, number.Name));
    }

    [Fact]
    public void Read_List_KeepsToIt()
    {
        var envelope = Envelope.Compose(digits: null, seed: 11, index: 4, new EnvelopeKind(Printed: true, Postcode: true, Photo: false, Size: 1200));
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("codes.txt"), $"00501\n{envelope.Postcode}\n99950\n");

        var reader = new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Expected(folder.At("codes.txt"), Grammar.Postcode("us")));

        Assert.Equal(envelope.Postcode, Assert.Single(reader.Read(envelope.Picture).Numbers).Value);
    }

    [Fact]
    public void Read_Trace_HasTheStepsOnce()
    {
        var trace = new InkTrace();

        var kind = new EnvelopeKind(Printed: true, Postcode: true, Photo: false, Size: 1000);

        Reader.Read(new ReadRequest(Envelope.Compose(digits: null, seed: 11, index: 4, kind).Picture) { Trace = trace });

        Assert.Equal(trace.Steps.Select(step => step.Name).Distinct(), trace.Steps.Select(step => step.Name));
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ca")]
    [InlineData("nl")]
    public void New_PostcodesWithLetters_SaysThatTheyAreNotRead(string region) => Assert.Contains(
        "has letters",
        Assert.Throws<ArgumentException>(() => new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Postcode(region))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NeedsLetters_OfTheOtherRegions_IsFalse()
    {
        string[] regions = [.. PostcodeFormat.All.Where(format => Grammar.Postcode(format.Region).NeedsLetters).Select(format => format.Region)];

        Assert.Equal(["ca", "nl", "uk"], regions);
        Assert.True(Grammar.Iban("de").NeedsLetters);
        Assert.False(Grammar.Parse("any").NeedsLetters);
    }

    private static ColorImage Coloured(GrayImage picture)
    {
        var result = new ColorImage(picture.Width, picture.Height, new byte[picture.Pixels.Length * 4]);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            result.Pixels.Slice(i * 4, 3).Fill(picture.Pixels[i]);
            result.Pixels[(i * 4) + 3] = byte.MaxValue;
        }

        return result;
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
