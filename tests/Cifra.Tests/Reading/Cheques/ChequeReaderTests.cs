using Cifra.Data.Cheques;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Cheques;

namespace Cifra.Tests.Reading.Cheques;

public sealed class ChequeReaderTests
{
    private static readonly ChequeText Text = new()
    {
        Amount = "264.50",
        Date = "10/27/2024",
        Routing = "02100002",
        Account = "9876543210",
        Number = "1042",
        Encoded = "0000026450",
    };

    private const long Seed = 2; // of samples/pictures/cheque.png

    private static GrayImage Cheque { get; } = DrawnCheque.Draw(Text, 200, Seed);

    [Fact]
    public void Read_DrawnCheque_NamesEveryNumber()
    {
        PictureReading reading = ChequeReader.Default.Read(Cheque);

        Assert.Equal(
            [
                ("amount", "264.50"), ("date", "2024-10-27"), ("micr", Text.Line), ("routing", "021000021"), ("account", "9876543210"), ("cheque", "1042"),
                ("micr-amount", "0000026450"),
            ],
            reading.Numbers.Select(number => (number.Name, number.Value ?? number.Text)));
        Assert.All(reading.Numbers, number => Assert.True(number.Box.Right <= Cheque.Width && number.Box.Bottom <= Cheque.Height && !number.Box.IsEmpty));
        Assert.Contains("The amount is confirmed by the one encoded in the MICR line.", reading.Findings);
        Assert.Contains("The routing number's check digit is right.", reading.Findings);
    }

    [Fact]
    public void Read_PhotoAtAnAngle_ReadsTheSame()
    {
        // On a dark table, its far side shorter.
        var page = new Quadrilateral(new(190, 110), new(1290, 150), new(1390, 700), new(80, 640));
        var toCheque = Homography.Between(page, Quadrilateral.OfSize(Cheque.Width, Cheque.Height));
        GrayImage photo = Warp.Apply(Cheque, toCheque, 1480, 820, beyond: 60);

        PictureReading reading = ChequeReader.Default.Read(photo);

        Assert.Equal(("264.50", "2024-10-27"), (Value(reading, "amount"), Value(reading, "date")));
        Assert.Equal("021000021", reading.Numbers.Single(number => number.Name == "routing").Text);
    }

    [Fact]
    public void Read_OtherAmountEncoded_IsUnsureAndSaysSo()
    {
        PictureReading reading = ChequeReader.Default.Read(DrawnCheque.Draw(Text with { Encoded = "0000026400" }, 200, Seed));

        Assert.Equal(Decision.Unsure, reading.Numbers.Single(number => number.Name == "amount").Decision);
        Assert.Contains(
            reading.Findings, finding => finding.Contains("264.50 contradicts the one encoded in the MICR line, 264.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NothingEncoded_SaysThatNothingConfirms() =>
        Assert.Contains(
            "Nothing confirms the amount: the MICR line encodes none.",
            ChequeReader.Default.Read(DrawnCheque.Draw(Text with { Encoded = null }, 200, Seed)).Findings);

    [Fact]
    public void Read_NoCheque_SaysWhy()
    {
        PictureReading number = ChequeReader.Default.Read(DrawnDigits.DrawNumber("7", 64, seed: 3));
        PictureReading blank = ChequeReader.Default.Read(new GrayImage(300, 150));

        Assert.Empty(number.Numbers);
        Assert.Contains("shows no cheque", Assert.Single(number.Findings), StringComparison.Ordinal);
        Assert.Contains("neither an amount nor a date", Assert.Single(blank.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void New_UnknownRegion_NamesThoseThatThereAre() => Assert.Contains(
        "us, ca, in, uk, fr, br",
        Assert.Throws<ArgumentException>(() => new ChequeReader(Pretrained.Field, Pretrained.Lines, region: "atlantis")).Message,
        StringComparison.Ordinal);

    // The boxes of a date, and an amount with its sign in a box of its own.
    [Theory]
    [InlineData("cheque_083659.jpg", "2012-07-13", "2630000.00")]
    [InlineData("cheque_083660.jpg", "2015-08-12", "25000000.00")]
    public void Read_IndianCheque_ReadsBoxedDateAndAmount(string file, string date, string amount)
    {
        PictureReading reading = ChequeReader.Default.Read(Path.Combine(SharedData.Folder("real/cheques-in-dev"), "images", file));

        Assert.Equal((date, amount), (Value(reading, "date"), Value(reading, "amount")));
    }

    private static string? Value(PictureReading reading, string name) => reading.Numbers.SingleOrDefault(number => number.Name == name)?.Value;
}
