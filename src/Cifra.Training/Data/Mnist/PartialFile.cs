namespace Cifra.Data.Mnist;

/// <summary>A file on its way: it grows as <c>TARGET.part</c> and takes its place when it is whole and right.</summary>
/// <param name="target">Where it will lie.</param>
/// <param name="file">What it must turn out to be.</param>
internal sealed class PartialFile(string target, MnistFile file)
{
    // Gzip adds a header, a trailer and, to data that does not compress, five bytes for every 64 KiB.
    private const int GzipOverhead = 1_024;

    private readonly string _path = target + ".part";

    /// <summary>What it must turn out to be.</summary>
    public MnistFile File { get; } = file;

    /// <summary>Bytes that are there; 0 where none are.</summary>
    public long Length
    {
        get
        {
            var info = new FileInfo(_path);
            return info.Exists ? info.Length : 0;
        }
    }

    /// <summary>Opens it to write at its end, or from the beginning.</summary>
    public FileStream Open(bool atEnd) => new(_path, atEnd ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);

    /// <summary>Refuses a mirror that sends more than the file can be.</summary>
    public void ExpectRoom(long length)
    {
        long most = File.Length + (File.Length / 1_000) + GzipOverhead;
        if (length > most)
        {
            throw InvalidData.At(_path, most, "the end", "more bytes");
        }
    }

    /// <summary>Checks the content and puts the file in its place, over what is there.</summary>
    /// <exception cref="InvalidDataException">The content is not the file's.</exception>
    public void Complete()
    {
        File.ExpectContent(_path);
        System.IO.File.Move(_path, target, overwrite: true);
    }

    /// <summary>Throws away what is there.</summary>
    public void Delete() => System.IO.File.Delete(_path);
}
