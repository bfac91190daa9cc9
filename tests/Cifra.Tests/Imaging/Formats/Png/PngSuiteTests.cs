using Cifra.Imaging;
using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Png;

/// <summary>Willem van Schaik's PngSuite, with pictures that another decoder made of its files.</summary>
public sealed class PngSuiteTests
{
    // Grey of 16 bits without tRNS is the one kind of which the references are not the high byte; they are no rounding either: of
    // basn0g16's 334 levels 330 are the nearest, and four (0x7A00, 0x7BFF, 0x7C00, 0x8300) are one off that. See the second test.
    private static readonly string[] SolidGray16 =
        ["basi0g16", "basn0g16", "oi1n0g16", "oi2n0g16", "oi4n0g16", "oi9n0g16"];

    private static string Suite => SharedData.Folder("decoders/png/pngsuite");

    private static string References => SharedData.Folder("decoders/png/pngsuite-reference-bmp");

    [Fact]
    public void Load_EverySoundFile_EqualsReferencePixelForPixel()
    {
        string[] files = [.. SoundFiles().Where(file => !SolidGray16.Contains(Path.GetFileNameWithoutExtension(file)))];

        Assert.Equal(161 - SolidGray16.Length, files.Length);
        Assert.All(files, file => Assert.Equal(0, LargestDifference(file)));
    }

    [Fact]
    public void Load_SolidGrayOf16Bits_IsWithinOneLevelOfReference() =>
        Assert.All(
            SoundFiles().Where(file => SolidGray16.Contains(Path.GetFileNameWithoutExtension(file))),
            file => Assert.InRange(LargestDifference(file), 0, 1));

    [Fact]
    public void Load_EveryCorruptFile_IsRefusedByName()
    {
        string[] files = Directory.GetFiles(Suite, "x*.png");

        Assert.Equal(14, files.Length);
        Assert.All(files, file =>
            Assert.StartsWith(file, Assert.Throws<InvalidDataException>(() => PictureFile.Load(file)).Message, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SoundFiles() =>
        Directory.GetFiles(Suite, "*.png").Where(file => !Path.GetFileName(file).StartsWith('x')).Order();

    private static int LargestDifference(string file)
    {
        ColorImage actual = PictureFile.Load(file);
        ColorImage expected = PictureFile.Load(Path.Combine(References, Path.GetFileNameWithoutExtension(file) + ".bmp"));
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));

        int largest = 0;
        for (int i = 0; i < expected.Pixels.Length; i++)
        {
            // A wholly clear pixel has no colour; the reference of tbbn0g04 writes black there, the others what the file has.
            bool clear = expected.Pixels[i | 3] == 0 && actual.Pixels[i | 3] == 0;
            largest = clear ? largest : Math.Max(largest, Math.Abs(expected.Pixels[i] - actual.Pixels[i]));
        }

        return largest;
    }
}
