using System.Collections.Concurrent;

namespace Cifra.Network;

/// <summary>The networks that ship inside the library. models/ has a card of each.</summary>
public static class Pretrained
{
    /// <summary>Name of the network that MNIST itself is read with: "mnist".</summary>
    public const string MnistName = "mnist";

    /// <summary>Name of the network that pictures are read with: "field".</summary>
    public const string FieldName = "field";

    private static readonly ConcurrentDictionary<string, Lazy<DigitClassifier>> Loaded = new();

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = [MnistName, FieldName];

    /// <summary>Learned from MNIST as it is, for one thread a call; loaded at its first use, and the same object ever after.</summary>
    public static DigitClassifier Mnist => Shared(MnistName);

    /// <summary>Learned from scenes of forms, envelopes and photos, for one thread a call; loaded at its first use, and the same object ever after.</summary>
    public static DigitClassifier Field => Shared(FieldName);

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

        string resource = $"Cifra.Models.{name}.safetensors";
        using Stream stream = typeof(Pretrained).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The library was built without its network ({resource}).");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ModelFile.ParseShipped(bytes, resource, threads);
    }

    private static DigitClassifier Shared(string name) => Loaded.GetOrAdd(name, key => new Lazy<DigitClassifier>(() => Load(key))).Value;
}
