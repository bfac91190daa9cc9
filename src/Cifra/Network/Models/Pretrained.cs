using System.Collections.Concurrent;
using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Network.Models;

/// <summary>The networks that ship inside the library. models/ has a card of each.</summary>
public static class Pretrained
{
    /// <summary>Name of the network that MNIST itself is read with: "mnist".</summary>
    public const string MnistName = "mnist";

    /// <summary>Name of the network that pictures are read with: "field".</summary>
    public const string FieldName = "field";

    /// <summary>Name of the network that lines are read with: "lines".</summary>
    public const string LinesName = "lines";

    /// <summary>Name of the network that number plates are read with: "plates".</summary>
    public const string PlatesName = "plates";

    private static readonly ConcurrentDictionary<string, Lazy<DigitClassifier>> Loaded = new();
    private static readonly Lazy<LineClassifier> LoadedLines = new(() => ModelFile.ParseShippedLines(Bytes(LinesName), LinesName));
    private static readonly Lazy<LineClassifier> LoadedPlates = new(() => ModelFile.ParseShippedLines(Bytes(PlatesName), PlatesName));

    /// <summary>The names of all that read single digits.</summary>
    public static IReadOnlyList<string> Names { get; } = [MnistName, FieldName];

    /// <summary>Learned from MNIST as it is, for one thread a call; loaded at its first use, then the same object every time.</summary>
    public static DigitClassifier Mnist => Shared(MnistName);

    /// <summary>Learned from scenes of forms, envelopes and photos, for one thread a call; loaded at its first use, then the same object every time.</summary>
    public static DigitClassifier Field => Shared(FieldName);

    /// <summary>
    /// Learned to read lines of writing, composed of MNIST's digits, drawn and printed ones; loaded at its first use, then the same object every time.
    /// </summary>
    public static LineClassifier Lines => LoadedLines.Value;

    /// <summary>
    /// Learned to read the rows of digits and letters of number plates, all of them drawn; loaded at its first use, then the same object every time.
    /// </summary>
    public static LineClassifier Plates => LoadedPlates.Value;

    /// <summary>A classifier of its own over a shipped network.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="threads">Threads for one call, 1 or more.</param>
    /// <exception cref="ArgumentException">No network of that name ships.</exception>
    public static DigitClassifier Load(string name, int threads = 1)
    {
        if (!Names.Contains(name))
        {
            throw new ArgumentException($"No network \"{name}\" ships; there are {string.Join(", ", Names)}.", nameof(name));
        }

        return ModelFile.ParseShipped(Bytes(name), name, threads);
    }

    private static byte[] Bytes(string name)
    {
        string resource = $"Cifra.Models.{name}.safetensors";
        using Stream stream = typeof(Pretrained).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The library was built without its network ({resource}).");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static DigitClassifier Shared(string name) => Loaded.GetOrAdd(name, key => new Lazy<DigitClassifier>(() => Load(key))).Value;
}
