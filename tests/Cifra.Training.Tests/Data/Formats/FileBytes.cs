using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Cifra.Data;
using Cifra.Data.Formats;

namespace Cifra.Tests.Data.Formats;

/// <summary>Makes small data files by hand, the formats spelled out once more and independently of the readers.</summary>
internal static class FileBytes
{
    /// <summary>0, 0, type, dimensions, the sizes in four bytes each with the highest first, the content.</summary>
    public static byte[] Idx(byte type, uint[] sizes, params byte[] content)
    {
        byte[] file = [0, 0, type, (byte)sizes.Length, .. new byte[4 * sizes.Length], .. content];
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4 + (4 * i)), sizes[i]);
        }

        return file;
    }

    public static byte[] IdxLabels(params byte[] labels) => Idx(8, [(uint)labels.Length], labels);

    public static byte[] IdxImages(int count, int rows, int columns, Func<int, byte> pixel) =>
        Idx(8, [(uint)count, (uint)rows, (uint)columns], [.. Enumerable.Range(0, count * rows * columns).Select(pixel)]);

    public static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    public static byte[] Npy(string header, params byte[] content) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.Latin1.GetBytes(header), .. content];

    public static string NpyHeader(string type, string shape) => $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n";

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream to = zip.CreateEntry(name, level).Open();
                to.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static ContentReader Reader(byte[] bytes, DataLimits? limits = null) =>
        ContentReader.Open(new MemoryStream(bytes), "file", limits ?? DataLimits.Default);

    /// <summary>Asserts that the bytes are refused, with a message that names the place ("byte" alone is any byte) and says these words.</summary>
    public static void AssertRefused(string place, string words, Action load)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(load);
        Assert.Contains(place == "byte" ? ": byte " : $"{place}: expected ", e.Message, StringComparison.Ordinal);
        Assert.Contains(": expected ", e.Message, StringComparison.Ordinal);
        Assert.Contains(", found ", e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }
}
