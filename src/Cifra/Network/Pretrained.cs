namespace Cifra.Network;

/// <summary>The network that ships inside the library.</summary>
public static class Pretrained
{
    private const string Resource = "Cifra.Models.standard.safetensors";

    private static readonly Lazy<DigitClassifier> Shipped = new(() => Load());

    /// <summary>The shipped network, for one thread a call; loaded at its first use, and the same object ever after.</summary>
    public static DigitClassifier Default => Shipped.Value;

    /// <summary>A classifier of its own over the shipped network.</summary>
    /// <param name="threads">Threads for one call, 1 or more.</param>
    public static DigitClassifier Load(int threads = 1)
    {
        using Stream stream = typeof(Pretrained).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its network ({Resource}).");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ModelFile.ParseShipped(bytes, Resource, threads);
    }
}
