using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Png;
using Cifra.Reading;
using Cifra.Reading.Forms;

namespace Cifra.Tests.Reading.Forms;

/// <summary>Holds the sample pictures of a form to the code that drew them, and reads them. <c>CIFRA_WRITE_SAMPLES=1</c> draws them anew.</summary>
public sealed class SampleFormTests
{
    public static TheoryData<string> Names => [.. SampleForm.Pictures.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Picture_IsWhatTheCodeDraws(string name)
    {
        string path = Path.Combine(SampleForm.Folder, "pictures", name);
        GrayImage drawn = SampleForm.Pictures[name]();
        if (Environment.GetEnvironmentVariable("CIFRA_WRITE_SAMPLES") == "1")
        {
            File.WriteAllBytes(path, PngEncoder.Encode(drawn));
        }

        Assert.Equal(drawn.Pixels.ToArray(), PictureFile.Load(path).ToGray().Pixels.ToArray());
        Assert.InRange(new FileInfo(path).Length, 1, 150_000);
    }

    [Theory]
    [InlineData("form-filled.png")]
    [InlineData("form-photo.png")]
    public void Read_Sample_ReadsAllFields(string name)
    {
        FormReading reading = new FormReader(SampleForm.Template).Read(Path.Combine(SampleForm.Folder, "pictures", name));

        Assert.InRange(reading.Form.Found, 0.9, 1);
        Assert.Empty(reading.Findings);
        foreach (ReadNumber number in reading.Numbers)
        {
            string written = SampleForm.Values.GetValueOrDefault(number.Name!) ?? "";
            Assert.Equal((number.Name, written), (number.Name, string.Concat(number.Text.Where(char.IsAsciiDigit))));
            Assert.Equal(written.Length == 0 ? ["empty"] : [], number.Flaws);
            Assert.Equal(Decision.Accept, number.Decision);
        }

        Assert.Equal("2019-12-22", reading.Numbers.Single(number => number.Name == "ordered").Value);
    }

    [Fact]
    public void Read_Blank_SaysWhatMustBeFilledIn()
    {
        FormReading reading = new FormReader(SampleForm.Template).Read(Path.Combine(SampleForm.Folder, "pictures", "form-blank.png"));

        Assert.Equal(["customer is empty and must be filled in", "ordered is empty and must be filled in"], reading.Findings);
        Assert.All(reading.Numbers, number => Assert.Equal(["empty"], number.Flaws));
    }
}
