namespace Cifra.Data.Formats;

/// <summary>A folder of IDX pairs: NAME-images-idx3-ubyte with NAME-labels-idx1-ubyte, each plain or with .gz behind it.</summary>
internal static class IdxFolder
{
    private const string ImagesEnd = "-images-idx3-ubyte";
    private const string LabelsEnd = "-labels-idx1-ubyte";
    private const string GzipEnd = ".gz";

    /// <summary>Whether the folder has a file of pictures so named.</summary>
    public static bool Recognizes(string folder) => PairNames(folder).Count > 0;

    /// <summary>Loads the pairs: at most one to learn from and one to measure with. Of two, only the wanted one.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or lacks its other half, or there are two pairs of a kind.</exception>
    public static (PictureStack? Train, PictureStack? Test) Load(string folder, DigitPart part, DataLimits limits)
    {
        IReadOnlyList<string> names = PairNames(folder);
        string? train = Only(folder, [.. names.Where(name => !IsTest(name))], "to learn from");
        string? test = Only(folder, [.. names.Where(IsTest)], "to measure with (t10k or test in the name)");
        bool both = part == DigitPart.Both || train is null || test is null;
        return (
            train is not null && (both || part == DigitPart.Train) ? LoadPair(folder, train, limits) : null,
            test is not null && (both || part == DigitPart.Test) ? LoadPair(folder, test, limits) : null);
    }

    /// <summary>The file of that name in the folder, or of that name with .gz; null where there is neither.</summary>
    public static string? Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? path : File.Exists(path + GzipEnd) ? path + GzipEnd : null;
    }

    // "t10k", "usps-test-16x16": a word of the name says so.
    private static bool IsTest(string name) =>
        name.Split('-', '_', '.', ' ').Any(word => word.ToUpperInvariant() is "T10K" or "TEST" or "TESTING");

    private static string? Only(string folder, string[] names, string what) => names.Length < 2
        ? names.FirstOrDefault()
        : throw InvalidData.At(folder, "IDX files", $"one pair {what}", $"{names.Length}: {string.Join(", ", names.Take(8))}");

    private static PictureStack LoadPair(string folder, string name, DataLimits limits)
    {
        string images = Find(folder, name + ImagesEnd)!;
        string labels = Find(folder, name + LabelsEnd)
            ?? throw InvalidData.At(folder, "IDX files", $"{name}{LabelsEnd}[.gz] beside {Path.GetFileName(images)}", "none");
        return IdxFile.LoadPair(images, labels, limits) with { Name = name };
    }

    private static List<string> PairNames(string folder)
    {
        IEnumerable<string> names = Directory.EnumerateFiles(folder, $"*{ImagesEnd}*")
            .Select(path => Path.GetFileName(path))
            .Select(file => file.EndsWith(GzipEnd, StringComparison.Ordinal) ? file[..^GzipEnd.Length] : file)
            .Where(file => file.Length > ImagesEnd.Length && file.EndsWith(ImagesEnd, StringComparison.Ordinal))
            .Select(file => file[..^ImagesEnd.Length])
            .Distinct(StringComparer.Ordinal);
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
