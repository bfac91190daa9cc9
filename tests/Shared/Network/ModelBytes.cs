using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Tests.Network;

/// <summary>A small sound model file, and the means to make it unsound in one place.</summary>
internal static class ModelBytes
{
    public const string Name = "m.safetensors";

    private static readonly Lazy<byte[]> Made = new(Make);

    /// <summary>1x28x28, convolution, BatchNorm, pool, dense, ten scores: 218 numbers.</summary>
    public static NeuralNetwork Network(long seed = 3)
    {
        var random = new SeededRandom(seed);
        return new NeuralNetwork(new Shape(1, 1, 28, 28), 0.1307, 0.3081,
        [
            new Convolution(1, 2, new Window(3, 3, 3, 0, 0), random),
            new BatchNorm(2),
            new Relu(),
            new MaxPool(Window.Square(3, stride: 3)),
            new Flatten(),
            new Dropout(0.1),
            new Dense(18, 10, random),
        ]);
    }

    public static ModelCard Card { get; } = new()
    {
        Recipe = "tiny",
        Data = "drawn",
        Command = "a \"quoted\" command, ünïcode",
        Seed = -7,
        TrainImages = 12,
        ValidationImages = 3,
        History = [new EpochRecord(1, 0.01, 2.3025850929940459, 0.1, null, null, 1.5), new EpochRecord(2, 0.001, 2.1, 0.2, 2.2, 0.15, 1.25)],
    };

    /// <summary>The whole file, a copy of its own.</summary>
    public static byte[] Sound() => [.. Made.Value];

    /// <summary>A file of that header text and those numbers.</summary>
    public static byte[] Of(byte[] header, byte[] numbers)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. numbers];
    }

    /// <summary>The header's bytes and the numbers' of a file.</summary>
    public static (byte[] Header, byte[] Numbers) Split(byte[] file)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        return (file[8..(8 + length)], file[(8 + length)..]);
    }

    /// <summary>The sound file with another header and other numbers; the digest is made to fit the numbers.</summary>
    public static byte[] Edited(Action<JsonObject>? header = null, Func<byte[], byte[]>? numbers = null)
    {
        (byte[] text, byte[] old) = Split(Sound());
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        byte[] changed = numbers?.Invoke(old) ?? old;
        json["__metadata__"]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(changed));
        header?.Invoke(json);
        return Of(Encoding.UTF8.GetBytes(json.ToJsonString()), changed);
    }

    /// <summary>The sound file with one text of the metadata changed.</summary>
    public static byte[] WithText(string key, Func<string, string> edit) => Edited(json =>
    {
        JsonObject metadata = json["__metadata__"]!.AsObject();
        metadata[key] = edit(metadata[key]!.GetValue<string>());
    });

    /// <summary>The sound file with another network description.</summary>
    public static byte[] WithNetwork(Action<JsonObject> edit) => WithText("network", text =>
    {
        JsonObject network = JsonNode.Parse(text)!.AsObject();
        edit(network);
        return network.ToJsonString();
    });

    /// <summary>The sound file with one layer's settings changed.</summary>
    public static byte[] WithLayer(int index, Action<JsonObject> settings) =>
        WithNetwork(network => settings(network["layers"]![index]!["settings"]!.AsObject()));

    /// <summary>The sound file with a tensor's entry changed.</summary>
    public static byte[] WithEntry(string tensor, Action<JsonObject> edit) => Edited(json => edit(json[tensor]!.AsObject()));

    /// <summary>The sound file with one number of a tensor changed.</summary>
    public static byte[] WithNumber(string tensor, int index, float value) => Edited(numbers: bytes =>
    {
        int start = JsonNode.Parse(Split(Sound()).Header)![tensor]!["data_offsets"]![0]!.GetValue<int>();
        byte[] changed = [.. bytes];
        BinaryPrimitives.WriteSingleLittleEndian(changed.AsSpan(start + (index * sizeof(float))), value);
        return changed;
    });

    private static byte[] Make()
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, [Network()], Card);
        return stream.ToArray();
    }
}
