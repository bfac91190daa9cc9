using Cifra.Data.Formats;

namespace Cifra.Data.Mnist;

/// <summary>MNIST: 60,000 handwritten digits to learn from and 10,000 to measure with (LeCun, Cortes, Burges 1998).</summary>
/// <remarks>
/// The four files lie in one folder, as they are or with .gz behind the name. Only the true ones are taken: their SHA-256 is checked whenever
/// they are loaded, since other sets go by the same file names. <see cref="MnistDownload"/> fetches them.
/// </remarks>
public static class MnistData
{
    /// <summary>The 60,000 pictures to learn from.</summary>
    /// <exception cref="FileNotFoundException">The files are in none of the folders; the message says what to do.</exception>
    /// <exception cref="InvalidDataException">A file is not MNIST's, or damaged.</exception>
    public static DigitSet LoadTrain(MnistLocation location) => Read(location, "train").ToDigitSet(Normalize.Auto);

    /// <summary>The 10,000 pictures to measure with.</summary>
    /// <inheritdoc cref="LoadTrain" path="/exception"/>
    public static DigitSet LoadTest(MnistLocation location) => Read(location, "t10k").ToDigitSet(Normalize.Auto);

    /// <summary>Checks every file in the folder that would be used, and changes nothing.</summary>
    /// <returns>An entry for each of the four files.</returns>
    public static IReadOnlyList<MnistFileCheck> Verify(MnistLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        string? folder = FolderWith(location, MnistFile.All) ?? FolderWithAny(location);
        return [.. MnistFile.All.Select(file => Check(file, folder))];
    }

    /// <summary>Checks one file of a folder.</summary>
    internal static MnistFileCheck Check(MnistFile file, string? folder)
    {
        string? path = folder is null ? null : file.Find(folder);
        if (path is null)
        {
            return new MnistFileCheck(file.Name, null, "missing");
        }

        try
        {
            file.ExpectContent(path);
            return new MnistFileCheck(file.Name, path, null);
        }
        catch (InvalidDataException e)
        {
            return new MnistFileCheck(file.Name, path, e.Message);
        }
    }

    /// <summary>What to do without the files, for the messages that end a program's run.</summary>
    internal static string Advice(string folder) =>
        $"With a network connection, run 'cifra data get'. Without one, copy the four files "
        + $"({string.Join(", ", MnistFile.All.Select(file => file.PackedName))}; plain or gzip) from a machine that has them into {folder}, "
        + $"or name their folder with --data-dir or the variable {MnistLocation.VariableName}. "
        + "'drawn' is a data set that needs no files.";

    /// <summary>One part as the files have it.</summary>
    /// <param name="location">Where to look.</param>
    /// <param name="part">As the file names begin: train or t10k.</param>
    internal static PictureStack Read(MnistLocation location, string part)
    {
        ArgumentNullException.ThrowIfNull(location);
        MnistFile images = MnistFile.All.Single(file => file.Name == $"{part}-images-idx3-ubyte");
        MnistFile labels = MnistFile.All.Single(file => file.Name == $"{part}-labels-idx1-ubyte");
        string folder = FolderWith(location, [images, labels]) ?? throw NotFound(location, [images, labels]);

        using ContentReader imagesReader = images.Open(images.Find(folder)!);
        using ContentReader labelsReader = labels.Open(labels.Find(folder)!);
        PictureStack stack = IdxFile.ReadPair(imagesReader, labelsReader, DataLimits.Default);
        images.ExpectHash(imagesReader);
        labels.ExpectHash(labelsReader);
        return stack with { Name = part == "train" ? "mnist train" : "mnist test" };
    }

    private static string? FolderWith(MnistLocation location, IReadOnlyList<MnistFile> files) =>
        location.Candidates.Select(one => one.Folder).FirstOrDefault(folder => files.All(file => file.Find(folder) is not null));

    private static string? FolderWithAny(MnistLocation location) =>
        location.Candidates.Select(one => one.Folder).FirstOrDefault(folder => MnistFile.All.Any(file => file.Find(folder) is not null));

    private static FileNotFoundException NotFound(MnistLocation location, IReadOnlyList<MnistFile> files)
    {
        string looked = location.Candidates.Count == 0
            ? "no folder is known to look in"
            : "looked in " + string.Join(", then ", location.Candidates.Select(one => $"{one.Folder} ({one.Named})"));
        string folder = location.Candidates.Count == 0 ? "a folder" : location.DownloadFolder;
        return new FileNotFoundException(
            $"MNIST is not on this machine: {looked}, for {string.Join(" and ", files.Select(file => $"{file.Name}[.gz]"))}. {Advice(folder)}");
    }
}
