using System.Text.Json;

namespace Cifra.Network.Models;

/// <summary>The JSON header of a safetensors file, read strictly: what is not expected is refused.</summary>
internal sealed class SafeTensorsHeader
{
    /// <summary>Name of 32-bit floats.</summary>
    public const string SingleType = "F32";

    /// <summary>Name of 16-bit floats.</summary>
    public const string HalfType = "F16";

    private const int MaxTensors = 10_000;
    private const int MaxRank = 8;

    /// <summary>The strings of "__metadata__".</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>The tensors, in header order.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>Reads the JSON.</summary>
    /// <exception cref="InvalidDataException">It is not JSON, or not a header.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> json, string file)
    {
        var header = new SafeTensorsHeader();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
        try
        {
            header.Read(ref reader, file);
            return header;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // InvalidOperationException is the reader's word for text that is not valid UTF-8 or UTF-16.
            throw InvalidData.At(file, 8 + reader.TokenStartIndex, "a JSON header of tensors", e.Message);
        }
    }

    /// <summary>Refuses offsets that leave gaps, overlap, do not fit the shapes, or do not cover the payload exactly.</summary>
    public void CheckOffsets(long payload, string file)
    {
        long end = 0;
        foreach (Entry entry in Entries)
        {
            if (entry.Start != end)
            {
                throw InvalidData.At(file, $"tensor {entry.Name}", $"an offset of {end}, where the one before ends", $"{entry.Start}");
            }

            long size = entry.Half ? sizeof(ushort) : sizeof(float);
            foreach (int dimension in entry.Shape)
            {
                size = Math.Min(size * dimension, long.MaxValue >> 32); // dimensions are below 2³¹, so this cannot overflow
            }

            if (entry.End - entry.Start != size)
            {
                throw InvalidData.At(file, $"tensor {entry.Name}", $"{size} bytes, as its shape says", $"{entry.End - entry.Start}");
            }

            end = entry.End;
        }

        if (end != payload)
        {
            throw InvalidData.At(file, "the numbers", $"{end} bytes, as the header says", $"{payload}");
        }
    }

    private void Read(ref Utf8JsonReader reader, string file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject, file);
        while (NextName(ref reader, file) is { } name)
        {
            if (!names.Add(name))
            {
                throw InvalidData.At(file, 8 + reader.TokenStartIndex, "every name once", $"\"{name}\" again");
            }

            if (name == "__metadata__")
            {
                ReadMetadata(ref reader, file);
            }
            else
            {
                Entries.Add(ReadEntry(ref reader, name, file));
                if (Entries.Count > MaxTensors)
                {
                    throw InvalidData.At(file, 8 + reader.TokenStartIndex, $"at most {MaxTensors} tensors", "more");
                }
            }
        }

        if (reader.Read())
        {
            throw InvalidData.At(file, 8 + reader.TokenStartIndex, "the end of the header", $"{reader.TokenType}");
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader, string file)
    {
        Expect(ref reader, JsonTokenType.StartObject, file);
        while (NextName(ref reader, file) is { } key)
        {
            Expect(ref reader, JsonTokenType.String, file);
            if (!Metadata.TryAdd(key, reader.GetString()!))
            {
                throw InvalidData.At(file, 8 + reader.TokenStartIndex, "every key once", $"\"{key}\" again");
            }
        }
    }

    private static Entry ReadEntry(ref Utf8JsonReader reader, string name, string file)
    {
        string? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, file);
        while (NextName(ref reader, file) is { } field)
        {
            switch (field)
            {
                case "dtype" when type is null:
                    Expect(ref reader, JsonTokenType.String, file);
                    type = reader.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, MaxRank, int.MaxValue, file);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, 2, SafeTensors.MaxFile, file);
                    break;
                default:
                    throw InvalidData.At(file, 8 + reader.TokenStartIndex, "dtype, shape and data_offsets, each once", $"\"{field}\"");
            }
        }

        if (type is not (SingleType or HalfType) || shape is null || offsets is not { Count: 2 } || offsets[0] > offsets[1])
        {
            throw InvalidData.At(
                file,
                $"tensor {name}",
                "dtype F32 or F16, a shape and two ascending data_offsets",
                $"dtype {type ?? "none"}, {(shape is null ? "no shape" : "a shape")} and offsets [{string.Join(", ", offsets ?? [])}]");
        }

        return new Entry(name, [.. shape.Select(dimension => (int)dimension)], offsets[0], offsets[1], type == HalfType);
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, int mostCount, long mostValue, string file)
    {
        var numbers = new List<long>();
        Expect(ref reader, JsonTokenType.StartArray, file);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            if (numbers.Count == mostCount || !reader.TryGetInt64(out long value) || value < 0 || value > mostValue)
            {
                throw InvalidData.At(file, 8 + reader.TokenStartIndex, $"at most {mostCount} whole numbers from 0 to {mostValue}", "another");
            }

            numbers.Add(value);
        }

        return reader.TokenType == JsonTokenType.EndArray
            ? numbers
            : throw InvalidData.At(file, 8 + reader.TokenStartIndex, "a list of numbers", $"{reader.TokenType}");
    }

    private static string? NextName(ref Utf8JsonReader reader, string file)
    {
        if (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            return reader.GetString();
        }

        return reader.TokenType == JsonTokenType.EndObject
            ? null
            : throw InvalidData.At(file, 8 + reader.TokenStartIndex, "a name or the end of the object", $"{reader.TokenType}");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string file)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw InvalidData.At(file, 8 + reader.TokenStartIndex, $"{type}", $"{reader.TokenType}");
        }
    }

    /// <summary>One tensor: its bytes in the payload are <paramref name="Start"/> to <paramref name="End"/>, each number of 16 bits or of 32.</summary>
    internal sealed record Entry(string Name, IReadOnlyList<int> Shape, long Start, long End, bool Half);
}
