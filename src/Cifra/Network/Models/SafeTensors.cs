using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cifra.Network.Models;

/// <summary>Named arrays of floats and a few strings in a file of the safetensors format.</summary>
/// <remarks>
/// 8 bytes: length of the header, little endian. The header: JSON, an entry a tensor with "dtype", "shape" and "data_offsets", and
/// "__metadata__" of strings. Then the numbers, without gaps. Metadata "sha256" is the digest of the numbers. Source:
/// https://github.com/huggingface/safetensors#format.
/// </remarks>
internal sealed class SafeTensors
{
    /// <summary>Largest header, in bytes.</summary>
    public const int MaxHeader = 1 << 20;

    /// <summary>Largest file, in bytes.</summary>
    public const long MaxFile = 1 << 30;

    internal const string HashKey = "sha256";

    /// <summary>The strings, without the digest.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The arrays, in file order.</summary>
    public required IReadOnlyList<NamedTensor> Tensors { get; init; }

    /// <summary>Digest of the numbers, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Bytes of the whole file.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Writes a file's bytes; the same content gives the same bytes.</summary>
    /// <returns>The digest of the numbers.</returns>
    public static string Write(Stream stream, IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Model files are little endian, and so must be the machine that writes them.");
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (NamedTensor tensor in tensors)
        {
            digest.AppendData(Bytes(tensor));
        }

        string hash = Convert.ToHexStringLower(digest.GetHashAndReset());
        byte[] header = Header(tensors, metadata, hash);
        if (header.Length > MaxHeader)
        {
            throw new ArgumentException($"The header takes {header.Length} bytes; at most {MaxHeader} are allowed.", nameof(metadata));
        }

        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (NamedTensor tensor in tensors)
        {
            stream.Write(Bytes(tensor));
        }

        return hash;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or the digest does not fit.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafeTensors Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        if (!stream.CanSeek)
        {
            throw new IOException($"{path}: a model is read from a file; this is a pipe or a device.");
        }

        return stream.Length <= MaxFile ? Parse(ReadAll(stream), path) : throw InvalidData.At(path, 0, $"at most {MaxFile} bytes", $"{stream.Length}");
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or the digest does not fit.</exception>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">What to call it in messages.</param>
    /// <param name="checkDigest">
    /// False for bytes that came with this very program; computing it takes the platform's cryptography library, which is slow to load.
    /// </param>
    public static SafeTensors Parse(ReadOnlySpan<byte> bytes, string file, bool checkDigest = true)
    {
        if (bytes.Length < 8)
        {
            throw InvalidData.At(file, bytes.Length, "an 8-byte header length", "the end of the file");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        ulong most = (ulong)Math.Min(MaxHeader, bytes.Length - 8);
        if (length < 2 || length > most)
        {
            throw InvalidData.At(file, 0, $"a header length from 2 to {most}", $"{length}");
        }

        ReadOnlySpan<byte> payload = bytes[(8 + (int)length)..];
        var header = SafeTensorsHeader.Parse(bytes.Slice(8, (int)length), file);
        header.CheckOffsets(payload.Length, file);

        var metadata = new Dictionary<string, string>(header.Metadata);
        if (!metadata.Remove(HashKey, out string? promised))
        {
            throw InvalidData.At(file, $"metadata {HashKey}", "the digest of the numbers", "none");
        }

        if (checkDigest && Convert.ToHexStringLower(SHA256.HashData(payload)) is { } hash && hash != promised)
        {
            throw InvalidData.At(file, 8 + (long)length, $"numbers with SHA-256 {promised}", hash);
        }

        var tensors = new List<NamedTensor>(header.Entries.Count);
        foreach (SafeTensorsHeader.Entry entry in header.Entries)
        {
            tensors.Add(new NamedTensor(entry.Name, entry.Shape, Values(payload[(int)entry.Start..(int)entry.End], entry.Half)) { Half = entry.Half });
        }

        return new SafeTensors { Metadata = metadata, Tensors = tensors, Hash = promised, FileBytes = bytes.Length };
    }

    private static ReadOnlySpan<byte> Bytes(NamedTensor tensor) =>
        tensor.Half ? MemoryMarshal.AsBytes(HalfPrecision.From(tensor.Values).AsSpan()) : MemoryMarshal.AsBytes(tensor.Values.AsSpan());

    private static float[] Values(ReadOnlySpan<byte> bytes, bool half) =>
        half ? HalfPrecision.ToSingle(MemoryMarshal.Cast<byte, Half>(bytes)) : MemoryMarshal.Cast<byte, float>(bytes).ToArray();

    private static byte[] ReadAll(FileStream stream)
    {
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Header(IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata, string hash)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach ((string key, string value) in metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteString(HashKey, hash);
            json.WriteEndObject();
            long offset = 0;
            foreach (NamedTensor tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Half ? SafeTensorsHeader.HalfType : SafeTensorsHeader.SingleType);
                json.WriteStartArray("shape");
                foreach (int dimension in tensor.Shape)
                {
                    json.WriteNumberValue(dimension);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                offset += (long)tensor.Values.Length * (tensor.Half ? sizeof(ushort) : sizeof(float));
                json.WriteNumberValue(offset);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Spaces at the end make the numbers start at a multiple of eight bytes.
        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }
}
