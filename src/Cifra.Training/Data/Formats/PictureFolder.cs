using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Formats;
using Cifra.Network;

namespace Cifra.Data.Formats;

/// <summary>Reads a folder of pictures with a sub-folder 0 to 9 for each class, the pictures of any size, kind and polarity.</summary>
/// <remarks>
/// The sub-folders are not searched further, and other files and folders beside them are passed over, as are hidden files. A file that cannot be
/// read as a picture is reported and does not stop the rest. The order is that of the names, so it is the same everywhere.
/// </remarks>
internal static class PictureFolder
{
    /// <summary>Whether the folder has a sub-folder named by a digit.</summary>
    public static bool Recognizes(string folder) => ClassFolders(folder).Any();

    /// <summary>Loads every picture that can be read.</summary>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="InvalidDataException">There are no files in the class folders, or more than the limit.</exception>
    public static (DigitSet Set, IReadOnlyList<LoadFailure> Failures) Load(
        string folder, string name, DigitSourceOptions options, CancellationToken cancellation)
    {
        List<(string Path, byte Label)> files = Files(folder, options.Limits);
        var pixels = new List<byte>();
        var labels = new List<byte>();
        var sources = new List<string>();
        var failures = new List<LoadFailure>();
        foreach ((string path, byte label) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                pixels.AddRange(Digit(path, options).Pixels);
                labels.Add(label);
                sources.Add(path);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                failures.Add(new LoadFailure(path, e.Message));
            }
        }

        return (new DigitSet(name, [.. pixels], [.. labels], [.. sources]) { Normalized = options.Normalize != Normalize.Never }, failures);
    }

    private static GrayImage Digit(string path, DigitSourceOptions options)
    {
        ColorImage given = PictureFile.Load(path, options.PictureLimits);
        if (options.Normalize != Normalize.Never)
        {
            var normalized = new GrayImage(DigitInput.Side, DigitInput.Side);
            DigitPicture.Of(given).Normalize(normalized.Pixels);
            return normalized;
        }

        GrayImage picture = given.ToGray();
        return picture.Width == DigitInput.Side && picture.Height == DigitInput.Side
            ? picture
            : throw InvalidData.At(
                path, "picture size", $"{DigitInput.Side}x{DigitInput.Side}, as pictures must have that are not normalized",
                $"{picture.Width}x{picture.Height}");
    }

    private static List<(string Path, byte Label)> Files(string folder, DataLimits limits)
    {
        var files = new List<(string Path, byte Label)>();
        foreach ((string classFolder, byte label) in ClassFolders(folder))
        {
            string[] paths =
            [
                .. Directory.EnumerateFiles(classFolder)
                    .Where(path => !Path.GetFileName(path).StartsWith('.'))
                    .Take(limits.MaxPictures - files.Count + 1)
                    .Order(StringComparer.Ordinal),
            ];
            files.AddRange(paths.Select(path => (path, label)));
            if (files.Count > limits.MaxPictures)
            {
                throw InvalidData.At(folder, $"folder {label}", $"at most {limits.MaxPictures} pictures", "more");
            }
        }

        return files.Count > 0 ? files : throw InvalidData.At(folder, "folders 0 to 9", "pictures", "no files");
    }

    private static IEnumerable<(string Folder, byte Label)> ClassFolders(string folder) =>
        Enumerable.Range(0, 10)
            .Select(digit => (Folder: Path.Combine(folder, ((char)('0' + digit)).ToString()), Label: (byte)digit))
            .Where(one => Directory.Exists(one.Folder));
}
