using System.Globalization;
using System.Text.Json;
using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Network.Models;

/// <summary>Saves and loads a trained network: a safetensors file that also describes the network and says where it comes from.</summary>
/// <remarks>
/// Data only: loading one runs nothing, whatever its bytes. A layer of a kind that is not built in is refused, unless the program itself names it in
/// <see cref="ModelOptions.Layers"/>. Metadata "format" is "cifra", "version" is "1", "network" is a
/// <see cref="NetworkDescription"/> (an ensemble's others are "network.1", "network.2", …) and "card" a <see cref="ModelCard"/>, all JSON. See
/// docs/model-format.md.
/// </remarks>
public static class ModelFile
{
    private const string Format = "cifra";
    private const string Version = "1";
    private const int MostNetworks = 99;

    /// <summary>Saves a network, whole or not at all.</summary>
    /// <returns>Its identity: "sha256:" and the digest of its numbers.</returns>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static string Save(string path, NeuralNetwork network, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Save(path, [network], card);
    }

    /// <summary>Saves an ensemble, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="networks">1 to 99 networks, in the order that they are loaded in.</param>
    /// <param name="card">Where they come from.</param>
    /// <returns>Their identity: "sha256:" and the digest of their numbers.</returns>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static string Save(string path, IReadOnlyList<NeuralNetwork> networks, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(card);
        Guard.InRange(networks.Count, 1, MostNetworks);
        string hash = "";
        AtomicFile.Write(path, stream => hash = Write(stream, networks, card));
        return hash;
    }

    /// <summary>Loads a network to classify digits with.</summary>
    /// <param name="path">A file that <c>Save</c> wrote.</param>
    /// <param name="threads">Threads for one call of the classifier.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or no digit network; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DigitClassifier Load(string path, int threads = 1) => Load(path, new ModelOptions { Threads = threads });

    /// <summary>Loads a network to classify digits with.</summary>
    /// <param name="path">A file that <c>Save</c> wrote.</param>
    /// <param name="options">Threads, and the kinds of layers that the file may name.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or no digit network; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DigitClassifier Load(string path, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Classifier(SafeTensors.Load(path), path, options);
    }

    /// <summary>The same from bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="threads">Threads for one call of the classifier.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, or no digit network; the message says where and why.</exception>
    public static DigitClassifier Parse(ReadOnlySpan<byte> bytes, string name, int threads = 1) =>
        Parse(bytes, name, new ModelOptions { Threads = threads });

    /// <summary>The same from bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="options">Threads, and the kinds of layers that the file may name.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, or no digit network; the message says where and why.</exception>
    public static DigitClassifier Parse(ReadOnlySpan<byte> bytes, string name, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Classifier(SafeTensors.Parse(bytes, name), name, options);
    }

    /// <summary>Loads a network to read lines with.</summary>
    /// <param name="path">A file that <c>Save</c> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or no line network; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LineClassifier LoadLines(string path) => Lines(SafeTensors.Load(path), path);

    /// <summary>Loads what a file holds, whatever its networks read.</summary>
    /// <param name="path">A file that <c>Save</c> wrote.</param>
    /// <param name="options">The kinds of layers that the file may name; optional.</param>
    /// <exception cref="InvalidDataException">The file is damaged; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SavedModel LoadAny(string path, ModelOptions? options = null)
    {
        SafeTensors content = SafeTensors.Load(path);
        LayerCatalog layers = options?.Layers ?? LayerCatalog.BuiltIn;
        return Made(content, path, "a network", layers, (networks, card) => new SavedModel(networks, card, "sha256:" + content.Hash));
    }

    internal static string Write(Stream stream, IReadOnlyList<NeuralNetwork> networks, ModelCard card)
    {
        var metadata = new Dictionary<string, string> { ["format"] = Format, ["version"] = Version };
        for (int i = 0; i < networks.Count; i++)
        {
            metadata[NetworkKey(i)] = NetworkJson.Write(networks[i].Description);
        }

        metadata["card"] = JsonSerializer.Serialize(card, NetworkJson.Default.ModelCard);
        NamedTensor[] tensors =
        [
            .. networks.SelectMany((network, i) => Tensors(network).Select(tensor => Stored(tensor) with { Name = Prefix(i) + tensor.Name })),
        ];
        return "sha256:" + SafeTensors.Write(stream, tensors, metadata);
    }

    // Weights that were rounded to 16 bits are stored so; the rest is little.
    private static NamedTensor Stored(NamedTensor tensor) => tensor with { Half = tensor.Shape.Count > 1 && HalfPrecision.Holds(tensor.Values) };

    /// <summary>A network's parameters as a file holds them.</summary>
    internal static IEnumerable<NamedTensor> Tensors(NeuralNetwork network) =>
        network.Parameters.Select(p => new NamedTensor(p.Name, p.Parameter.Dimensions, p.Parameter.Values.ToArray()));

    /// <summary>Sets a network's parameters from a file's tensors, which must be exactly these in this order, their names after a prefix.</summary>
    internal static void Fill(NeuralNetwork network, IReadOnlyList<NamedTensor> tensors, string file, string prefix = "")
    {
        int count = network.Layers.Sum(layer => layer.Parameters.Count);
        if (tensors.Count != count)
        {
            throw InvalidData.At(file, "the tensors", $"{count} of them, as the network has", $"{tensors.Count}");
        }

        int i = 0;
        foreach ((string name, Parameter parameter) in network.Parameters)
        {
            if (tensors[i].Name != prefix + name || !tensors[i].Shape.SequenceEqual(parameter.Dimensions))
            {
                throw InvalidData.At(file, $"tensor {i}", Signature(prefix + name, parameter.Dimensions), Signature(tensors[i].Name, tensors[i].Shape));
            }

            CheckValues(tensors[i], name.EndsWith(".variance", StringComparison.Ordinal), file);
            tensors[i].Values.CopyTo(parameter.Values);
            i++;
        }
    }

    /// <summary>The same for bytes that were checked when the library was built: their digest is believed.</summary>
    internal static DigitClassifier ParseShipped(ReadOnlySpan<byte> bytes, string name, int threads) =>
        Classifier(SafeTensors.Parse(bytes, name, checkDigest: false), name, new ModelOptions { Threads = threads });

    /// <summary>The same for bytes that were checked when the library was built: their digest is believed.</summary>
    internal static LineClassifier ParseShippedLines(ReadOnlySpan<byte> bytes, string name) => Lines(SafeTensors.Parse(bytes, name, checkDigest: false), name);

    private static DigitClassifier Classifier(SafeTensors content, string file, ModelOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Threads); // here, or it would be taken for the file's fault
        return Made(content, file, "a network that reads digits", options.Layers, (networks, card) =>
            new DigitClassifier(networks, options.Threads, card, "sha256:" + content.Hash) { FileBytes = content.FileBytes });
    }

    private static LineClassifier Lines(SafeTensors content, string file) =>
        Made(content, file, "a network that reads lines", LayerCatalog.BuiltIn, (networks, card) =>
            new LineClassifier(networks, card, "sha256:" + content.Hash) { FileBytes = content.FileBytes });

    private static T Made<T>(SafeTensors content, string file, string wanted, LayerCatalog layers, Func<NeuralNetwork[], ModelCard, T> make)
    {
        Expect(content, "format", Format, file);
        Expect(content, "version", Version, file);
        try
        {
            NetworkDescription[] descriptions = Descriptions(content, file);
            ModelCard card = ReadCard(Text(content, "card", file), file);
            CheckSize(descriptions, layers, content.Tensors.Sum(t => (long)t.Values.Length), file);
            return make(Networks(descriptions, layers, content.Tensors, file), card);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw InvalidData.At(file, "the network's description", wanted, e.Message);
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(file, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static NetworkDescription[] Descriptions(SafeTensors content, string file)
    {
        int count = 1;
        while (count < MostNetworks && content.Metadata.ContainsKey(NetworkKey(count)))
        {
            count++;
        }

        return [.. Enumerable.Range(0, count).Select(i => DescriptionReader.Read(Text(content, NetworkKey(i), file)))];
    }

    private static NeuralNetwork[] Networks(NetworkDescription[] descriptions, LayerCatalog layers, IReadOnlyList<NamedTensor> tensors, string file)
    {
        var networks = new NeuralNetwork[descriptions.Length];
        int start = 0;
        for (int i = 0; i < networks.Length; i++)
        {
            networks[i] = NeuralNetwork.Blank(descriptions[i], layers);
            int end = i == networks.Length - 1 ? tensors.Count : Math.Min(tensors.Count, start + networks[i].Parameters.Count);
            Fill(networks[i], [.. tensors.Take(start..end)], file, Prefix(i));
            start = end;
        }

        return networks;
    }

    // The first of an ensemble stands as a network by itself does.
    private static string NetworkKey(int network) => network == 0 ? "network" : string.Create(CultureInfo.InvariantCulture, $"network.{network}");

    private static string Prefix(int network) => network == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{network}/");

    private static ModelCard ReadCard(string json, string file)
    {
        try
        {
            return CardReader.Read(json);
        }
        catch (JsonException e)
        {
            throw InvalidData.At(file, "the network's card", "where the network comes from, as JSON", e.Message);
        }
    }

    // Before anything is allocated: a few bytes of description could otherwise ask for gigabytes of weights.
    private static void CheckSize(NetworkDescription[] descriptions, LayerCatalog layers, long found, string file)
    {
        long needed = descriptions.Sum(description => description.Layers.Sum(layers.ParameterCount));
        if (needed != found)
        {
            throw InvalidData.At(file, "the tensors", $"{needed} numbers, as the network needs", $"{found}");
        }
    }

    private static void CheckValues(NamedTensor tensor, bool variance, string file)
    {
        foreach (float value in tensor.Values)
        {
            if (!float.IsFinite(value) || (variance && value < 0))
            {
                throw InvalidData.At(
                    file, $"tensor {tensor.Name}", variance ? "finite variances of 0 or more" : "finite numbers", value.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static void Expect(SafeTensors content, string key, string expected, string file)
    {
        string found = Text(content, key, file);
        if (found != expected)
        {
            throw InvalidData.At(file, $"metadata {key}", $"\"{expected}\"", $"\"{found}\"");
        }
    }

    private static string Text(SafeTensors content, string key, string file) => content.Metadata.TryGetValue(key, out string? text)
        ? text
        : throw InvalidData.At(file, $"metadata {key}", "a value", "none");

    private static string Signature(string name, IEnumerable<int> shape) => $"{name} [{string.Join(", ", shape)}]";
}
