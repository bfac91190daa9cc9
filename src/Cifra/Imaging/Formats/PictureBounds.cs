using System.Globalization;

namespace Cifra.Imaging.Formats;

/// <summary>Holds a file to its <see cref="PictureLimits"/> before anything is allocated for it.</summary>
internal static class PictureBounds
{
    // Keeps every array of a decoder (at most eight bytes a pixel) below the platform's largest array.
    private const long MostPixels = (1L << 28) - 1;

    /// <summary>Refuses a width or height that is not positive, or beyond the limits.</summary>
    /// <param name="file">The file's name, for the message.</param>
    /// <param name="offset">The byte at which the header states the size.</param>
    /// <param name="width">The stated width.</param>
    /// <param name="height">The stated height.</param>
    /// <param name="limits">What is allowed.</param>
    public static void CheckSize(string file, long offset, long width, long height, PictureLimits limits) =>
        CheckSize(file, $"byte {offset}", width, height, limits);

    /// <summary>The same check with the place as text.</summary>
    public static void CheckSize(string file, string place, long width, long height, PictureLimits limits)
    {
        if (width <= 0 || height <= 0)
        {
            throw InvalidData.At(file, place, "a width and a height of at least 1 pixel", $"{width}x{height}");
        }

        if (width > limits.MaxSide || height > limits.MaxSide)
        {
            throw InvalidData.At(file, place, $"a width and a height of at most {Number(limits.MaxSide)} pixels", $"{width}x{height}");
        }

        long most = Math.Min(limits.MaxPixels, MostPixels);
        if (width * height > most) // both fit 31 bits, as MaxSide does
        {
            throw InvalidData.At(file, place, $"at most {Number(most)} pixels", $"{width}x{height} = {Number(width * height)}");
        }
    }

    /// <summary>Refuses an empty file and one above <see cref="PictureLimits.MaxFileBytes"/>.</summary>
    public static void CheckLength(string file, long length, PictureLimits limits)
    {
        if (length == 0)
        {
            throw InvalidData.At(file, 0, "a picture", "an empty file");
        }

        if (length > MostBytes(limits))
        {
            throw InvalidData.At(file, "file length", $"at most {Number(MostBytes(limits))} bytes", $"{Number(length)}");
        }
    }

    /// <summary>The largest file that the limits, and the platform's arrays, allow.</summary>
    public static long MostBytes(PictureLimits limits) => Math.Min(limits.MaxFileBytes, Array.MaxLength);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
