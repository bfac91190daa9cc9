using Cifra.Data.Formats;

namespace Cifra.Data.Mnist;

/// <summary>One of the four files of MNIST.</summary>
/// <param name="Name">Without .gz.</param>
/// <param name="Length">Bytes, uncompressed.</param>
/// <param name="Sha256">Of the uncompressed content, in lower-case hexadecimal.</param>
internal sealed record MnistFile(string Name, long Length, string Sha256)
{
    private const int ReadAtOnce = 1 << 16;

    /// <summary>The four, small ones first, so that a download shows early whether a mirror works.</summary>
    public static IReadOnlyList<MnistFile> All { get; } =
    [
        new("t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        new("train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        new("t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        new("train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    ];

    /// <summary>The name that mirrors serve it under, and that it is cached under.</summary>
    public string PackedName => Name + ".gz";

    /// <summary>Where it lies in the folder, plain or packed; null where it does not.</summary>
    public string? Find(string folder) => IdxFolder.Find(folder, Name);

    /// <summary>Refuses a file whose uncompressed content is not this one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its length or its SHA-256 differs, or it is damaged.</exception>
    public void ExpectContent(string path)
    {
        using ContentReader reader = Open(path);
        byte[] buffer = new byte[ReadAtOnce];
        while (reader.ReadSome(buffer) > 0)
        {
            // the reader hashes what passes through it
        }

        reader.ExpectEnd();
        ExpectHash(reader);
    }

    /// <summary>Opens a file to be read whole and then handed to <see cref="ExpectHash"/>.</summary>
    public ContentReader Open(string path)
    {
        var reader = ContentReader.Open(path, DataLimits.Default);
        try
        {
            reader.ExpectRest(Length, $"MNIST's {Name}");
            reader.StartHash();
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Refuses content, read to its end, that is not this file's.</summary>
    public void ExpectHash(ContentReader reader)
    {
        string found = reader.TakeHash();
        if (found != Sha256)
        {
            throw InvalidData.At(reader.Name, "content", $"MNIST's {Name} with SHA-256 {Sha256}", found);
        }
    }
}
