using Cifra.Imaging;

namespace Cifra.Tests.Imaging.Formats;

/// <summary>How far a decoded picture is from its reference, over the samples of red, green and blue.</summary>
internal sealed record PictureDifference(int Largest, double Mean, double ShareAbove3)
{
    public static PictureDifference Between(ColorImage actual, ColorImage expected)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        ReadOnlySpan<byte> found = actual.Pixels;
        ReadOnlySpan<byte> reference = expected.Pixels;
        int largest = 0;
        long sum = 0;
        int above = 0;
        for (int i = 0; i < found.Length; i++)
        {
            if (i % 4 == 3)
            {
                continue; // alpha: JPEG has none
            }

            int difference = Math.Abs(found[i] - reference[i]);
            largest = Math.Max(largest, difference);
            sum += difference;
            above += difference > 3 ? 1 : 0;
        }

        double samples = 3.0 * actual.Width * actual.Height;
        return new PictureDifference(largest, sum / samples, above / samples);
    }
}
