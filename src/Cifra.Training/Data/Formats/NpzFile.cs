using System.Buffers.Binary;
using System.IO.Compression;

namespace Cifra.Data.Formats;

/// <summary>Reads an .npz of the layout of Keras' mnist.npz: a zip file of the arrays x_train, y_train, x_test and y_test.</summary>
/// <remarks>Either pair may be absent, but not both. Entries may be stored or deflated. Arrays of other names are passed over unread.</remarks>
internal static class NpzFile
{
    private const int EndRecordBytes = 22;
    private const uint EndRecordMagic = 0x06054B50;
    private const int MaxEntries = 100;
    private const int MaxDirectoryBytes = 64 << 10;

    /// <summary>Whether the bytes begin as a zip file does.</summary>
    public static bool Recognizes(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Loads the pairs that the file has; of two, only the wanted one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a sound .npz, or not of this layout.</exception>
    public static (PictureStack? Train, PictureStack? Test) Load(string path, DigitPart part, DataLimits limits)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path, part, limits);
    }

    /// <summary>The same from a stream that can seek.</summary>
    public static (PictureStack? Train, PictureStack? Test) Read(Stream file, string name, DigitPart part, DataLimits limits)
    {
        ExpectSmallDirectory(file, name);
        using ZipArchive zip = Sound(name, () => new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        var arrays = new Arrays(zip, name, file.Length, limits);

        bool train = arrays.HasPair("train");
        bool test = arrays.HasPair("test");
        if (!train && !test)
        {
            throw InvalidData.At(name, "entries", "x_train.npy and y_train.npy, or x_test.npy and y_test.npy", arrays.Names);
        }

        bool both = part == DigitPart.Both || !(train && test);
        return (
            train && (both || part == DigitPart.Train) ? arrays.ReadPair("train") : null,
            test && (both || part == DigitPart.Test) ? arrays.ReadPair("test") : null);
    }

    // The platform reads the whole directory into objects; this holds it to a size first. A file of this layout has neither a comment nor
    // the 64-bit end record that 65,535 entries or 4 GiB would need.
    private static void ExpectSmallDirectory(Stream file, string name)
    {
        if (!file.CanSeek || file.Length < EndRecordBytes)
        {
            throw InvalidData.At(name, 0, $"a zip file of at least {EndRecordBytes} bytes", "less");
        }

        long at = file.Length - EndRecordBytes;
        Span<byte> end = stackalloc byte[EndRecordBytes];
        file.Position = at;
        file.ReadExactly(end);
        file.Position = 0;
        uint magic = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (magic != EndRecordMagic)
        {
            throw InvalidData.At(name, at, $"the end record of a zip file, 0x{EndRecordMagic:X8}", $"0x{magic:X8}");
        }

        ushort entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        if (entries > MaxEntries)
        {
            throw InvalidData.At(name, at + 10, $"at most {MaxEntries} entries", $"{entries}");
        }

        long directory = at - BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (directory is < 0 or > MaxDirectoryBytes)
        {
            throw InvalidData.At(name, at + 16, $"a directory of at most {MaxDirectoryBytes} bytes before the end record", $"{directory}");
        }
    }

    private static T Sound<T>(string name, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The platform's reader answers damage with half a dozen exception types.
            throw InvalidData.At(name, "structure", "a sound zip file", e.Message.TrimEnd('.'));
        }
    }

    /// <summary>The arrays of one open archive.</summary>
    private sealed class Arrays(ZipArchive zip, string name, long fileLength, DataLimits limits)
    {
        public string Names => zip.Entries.Count == 0
            ? "none"
            : string.Join(", ", zip.Entries.Select(entry => entry.FullName).Take(8));

        public bool HasPair(string part)
        {
            bool pictures = Find($"x_{part}.npy") is not null;
            bool labels = Find($"y_{part}.npy") is not null;
            return pictures == labels
                ? pictures
                : throw InvalidData.At(name, "entries", $"both x_{part}.npy and y_{part}.npy", "one of them");
        }

        public PictureStack ReadPair(string part)
        {
            byte[] labels = Read($"y_{part}.npy", NpyArray.ReadLabels);
            PictureStack pictures = Read($"x_{part}.npy", NpyArray.ReadPictures);
            return pictures.Count == labels.Length
                ? pictures with { Name = $"{name} {part}", Labels = labels }
                : throw InvalidData.At(name, $"y_{part}.npy", $"{pictures.Count} labels, one for each picture", $"{labels.Length}");
        }

        private ZipArchiveEntry? Find(string entryName)
        {
            ZipArchiveEntry[] found = [.. zip.Entries.Where(entry => entry.FullName == entryName)];
            return found.Length < 2 ? found.FirstOrDefault() : throw InvalidData.At(name, "entries", $"one {entryName}", $"{found.Length}");
        }

        private T Read<T>(string entryName, Func<ContentReader, DataLimits, T> read)
        {
            ZipArchiveEntry entry = Find(entryName)!;
            using Stream content = Sound(name, entry.Open);
            long stored = Math.Min(entry.CompressedLength, fileLength);
            using var reader = new ContentReader(content, $"{name}/{entryName}", entry.Length, stored, entry.Crc32, limits);
            return read(reader, limits);
        }
    }
}
