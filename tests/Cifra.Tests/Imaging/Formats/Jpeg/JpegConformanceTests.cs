using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Jpeg;

namespace Cifra.Tests.Imaging.Formats.Jpeg;

/// <summary>Public collections of JPEG files, sound and broken, with the pictures that others decode them to.</summary>
/// <remarks>
/// Every file that has a reference is held to it; none needs an exception. The largest difference, 3 levels, is in files whose reference
/// comes from a decoder with another inverse DCT; the pictures of libjpeg-turbo 2.1.5 (djpeg) ours equal to the last bit.
/// </remarks>
public sealed class JpegConformanceTests
{
    // A photo is 1800 x 1200 and each has its own number painted in, about 1 % of the picture, and was compressed anew.
    private const double MostMeanOfTurnedPhotos = 5;

    [Fact]
    public void Reftest_EveryFileWithAReference_IsWithinThreeLevels()
    {
        string folder = SharedData.Folder("decoders/jpeg/reftest");
        int compared = 0;
        foreach (string path in Files(folder, "*.jpg"))
        {
            string reference = Path.ChangeExtension(path, ".png");
            if (!File.Exists(reference) || Path.GetFileName(Path.GetDirectoryName(path)) == "lossless")
            {
                continue; // the lossless ones are refused, by the test below
            }

            // jpg-size-6x6.jpg is a PNG file by its bytes, and is decoded as one.
            AssertClose(path, PictureFile.Load(path), PictureFile.Load(reference));
            compared++;
        }

        Assert.True(compared >= 36, $"{compared} files have references; the collection has 37.");
    }

    [Fact]
    public void Reftest_LosslessFiles_AreRefusedByName()
    {
        string folder = SharedData.Folder("decoders/jpeg/reftest/lossless");
        foreach (string path in Files(folder, "*.jpg"))
        {
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Load(path));
            Assert.Contains("lossless JPEG", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LibjpegTurbo_Testorig_IsWithinThreeLevels()
    {
        string folder = SharedData.Folder("decoders/jpeg/libjpeg-turbo");
        ColorImage original = PictureFile.Load(Path.Combine(folder, "testorig.ppm"));

        ColorImage decoded = PictureFile.Load(Path.Combine(folder, "testorig.jpg"));
        AssertClose("testorig.jpg", decoded, original);

        // testorig.png is the picture in grey, by the weights of BT.709 and not by those of JPEG, which ToGray has.
        AssertClose("testorig.png", Gray709(decoded), PictureFile.Load(Path.Combine(folder, "testorig.png")));

        // testimgint.jpg is testorig.ppm compressed once more, so the loss is the file's and not the decoder's: 1.5 % of the samples differ
        // by more than 3 levels, in djpeg's picture as in ours.
        PictureDifference again = PictureDifference.Between(PictureFile.Load(Path.Combine(folder, "testimgint.jpg")), original);
        Assert.InRange(again.Mean, 0, 1);
        Assert.InRange(again.ShareAbove3, 0, 0.02);
    }

    [Theory]
    [InlineData("testimgari.jpg", "arithmetic-coded JPEG")]
    [InlineData("monkey12.jpg", "12-bit JPEG")]
    public void LibjpegTurbo_OtherKinds_AreRefusedByName(string file, string kind)
    {
        string path = Path.Combine(SharedData.Folder("decoders/jpeg/libjpeg-turbo"), file);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Load(path));

        Assert.Contains(kind, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExifOrientation_EveryPhoto_LooksLikeTheUprightOne()
    {
        string folder = SharedData.Folder("decoders/jpeg/exif-orientation");
        foreach (string kind in (string[])["Landscape", "Portrait"])
        {
            string upright = Path.Combine(folder, kind + "_1.jpg");
            if (!File.Exists(upright))
            {
                continue;
            }

            ColorImage expected = PictureFile.Load(upright);
            for (int orientation = 0; orientation <= 8; orientation++)
            {
                ColorImage actual = PictureFile.Load(Path.Combine(folder, $"{kind}_{orientation}.jpg"));
                Assert.InRange(PictureDifference.Between(actual, expected).Mean, 0, MostMeanOfTurnedPhotos);
            }

            // The measure tells a photo that is not turned.
            var mirrored = new OrientedPixels(expected.Width, expected.Height, orientation: 2);
            for (int y = 0; y < expected.Height; y++)
            {
                mirrored.WriteRow(y, expected.Pixels.Slice(4 * y * expected.Width, 4 * expected.Width));
            }

            Assert.True(PictureDifference.Between(mirrored.ToImage(), expected).Mean > 4 * MostMeanOfTurnedPhotos);
        }
    }

    [Theory]
    [InlineData("decoders/jpeg/crashtest")]
    [InlineData("decoders/jpeg/imagetestsuite")]
    public void BrokenFiles_EndInAPictureOrInvalidData(string relative)
    {
        foreach (string path in Files(SharedData.Folder(relative), "*"))
        {
            try
            {
                _ = PictureFile.Load(path);
            }
            catch (InvalidDataException)
            {
                continue; // the answer for most of them
            }
            catch (Exception e)
            {
                Assert.Fail($"{Path.GetFileName(path)}: {e}");
            }
        }
    }

    private static void AssertClose(string path, ColorImage actual, ColorImage expected)
    {
        PictureDifference difference = PictureDifference.Between(actual, expected);
        Assert.True(difference.Mean < 1 && difference.ShareAbove3 <= 0.01, $"{Path.GetFileName(path)}: {difference}");
    }

    private static ColorImage Gray709(ColorImage image)
    {
        byte[] rgba = image.Pixels.ToArray();
        for (int i = 0; i < rgba.Length; i += 4)
        {
            rgba.AsSpan(i, 3).Fill((byte)Math.Round((0.2126 * rgba[i]) + (0.7152 * rgba[i + 1]) + (0.0722 * rgba[i + 2])));
        }

        return new ColorImage(image.Width, image.Height, rgba);
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
