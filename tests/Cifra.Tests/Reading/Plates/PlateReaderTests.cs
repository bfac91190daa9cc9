using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Imaging.Geometry;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class PlateReaderTests
{
    private static PlateReader American { get; } = new(Pretrained.Plates, "us");

    [Fact]
    public void Read_Street_ReadsThePlateAndSaysWhereItsCornersAre()
    {
        ReadNumber plate = Assert.Single(American.Read(StreetScene.Sample()).Numbers);

        Assert.Equal(StreetScene.SampleText, plate.Text);
        Assert.Equal(Decision.Accept, plate.Decision);
        Assert.Equal("us-ca", plate.Name); // one digit, three letters, three digits
        Assert.Equal(4, plate.Corners.Count);
        Assert.All(
            plate.Corners.Zip(StreetScene.SamplePlace.Corners),
            pair => Assert.True(pair.First.DistanceTo(pair.Second) < 16, $"{pair.First} is not {pair.Second}"));
        Assert.Equal([7, 20, 27, 22, 4, 0, 2], plate.Digits.Select(digit => digit.Value));
        Assert.Equal(plate.Digits.OrderBy(digit => digit.Box.X), plate.Digits);
        Assert.All(plate.Digits, digit => Assert.InRange(digit.Box.X + (digit.Box.Width / 2), 262, 378));
        Assert.All(plate.Alternatives, other => Assert.NotNull(other.Matches));
    }

    // The committed picture is the drawn one; CIFRA_ACCEPT_SAMPLES=1 writes it anew.
    [Fact]
    public void Sample_Committed_IsTheSceneAsDrawn()
    {
        string path = Path.Combine(Root(), "samples", "pictures", "plate-street.png");
        byte[] drawn = PngEncoder.Encode(StreetScene.Sample());
        if (Environment.GetEnvironmentVariable("CIFRA_ACCEPT_SAMPLES") == "1")
        {
            File.WriteAllBytes(path, drawn);
        }

        Assert.Equal(drawn, File.ReadAllBytes(path));
        Assert.InRange(drawn.Length, 1, 150_000);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cifra.slnx")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    [Fact]
    public void Read_TwoPlates_ReadsBoth()
    {
        var left = new Quadrilateral(new(140, 262), new(240, 262), new(240, 312), new(140, 312));
        var right = new Quadrilateral(new(390, 262), new(490, 258), new(490, 308), new(390, 312));

        PictureReading reading = American.Read(StreetScene.Draw(("4XYB815", left), ("KLP4467", right)));

        Assert.Equal(["4XYB815", "KLP4467"], reading.Numbers.Select(number => number.Text).Order());
    }

    [Fact]
    public void Read_NoPlate_SaysSo()
    {
        PictureReading reading = American.Read(StreetScene.Draw());

        Assert.True(reading.IsBlank);
        Assert.Equal(["no number plate found"], reading.Findings);
    }

    [Theory]
    [InlineData(232, 45)]
    [InlineData(40, 220)] // bright characters
    public void Read_PlateAlone_ReadsIt(byte ground, byte ink) =>
        Assert.Equal("ABK7294", Assert.Single(American.Read(StreetScene.Plate("ABK7294", ground, ink)).Numbers).Text);

    [Fact]
    public void Read_SmallPlateAlone_ReadsIt() =>
        Assert.Equal("ABK7294", Assert.Single(American.Read(Resample.Area(StreetScene.Plate("ABK7294"), 106, 53)).Numbers).Text);

    [Fact]
    public void Read_FormOfTheRegion_NamesIt()
    {
        ReadNumber plate = Assert.Single(new PlateReader(Pretrained.Plates, "eu").Read(StreetScene.Plate("1234BCD")).Numbers);

        Assert.Equal("1234BCD", plate.Text);
        Assert.Equal("es", plate.Name);
        Assert.All(
            plate.Alternatives.Where(other => other.Matches == true),
            other => Assert.True(Cifra.Reading.Grammars.Grammar.Plate("eu").Accepts(other.Text)));
    }

    [Fact]
    public void Read_FormOfAnotherRegion_IsUnsure() =>
        Assert.Equal(Decision.Unsure, Assert.Single(new PlateReader(Pretrained.Plates, "br").Read(StreetScene.Plate("1234BCD")).Numbers).Decision);

    [Fact]
    public void Read_BlankPicture_HasNoPlate()
    {
        Assert.True(PlateReader.Default.Read(new GrayImage(300, 150)).IsBlank);
        Assert.True(PlateReader.Default.Read(new GrayImage(1, 1)).IsBlank);
    }

    [Fact]
    public void Constructor_RegionOrNetworkOfNoPlates_IsRefused()
    {
        Assert.Contains("us-ca", Assert.Throws<ArgumentException>(() => new PlateReader(Pretrained.Plates, "atlantis")).Message, StringComparison.Ordinal);
        Assert.Contains("letters", Assert.Throws<ArgumentException>(() => new PlateReader(Pretrained.Lines)).Message, StringComparison.Ordinal);
    }
}
