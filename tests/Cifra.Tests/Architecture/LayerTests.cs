using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Architecture;

/// <summary>Holds the direction of dependencies: a layer uses the layers before it, a package the packages before it, never the other way.</summary>
/// <remarks>A layer is the second part of a namespace. The types in <c>Cifra</c> itself serve all layers and use none.</remarks>
public sealed class LayerTests
{
    private static readonly string[] Layers = ["Numerics", "Imaging", "Network", "Reading", "Data", "Training", "Evaluation", "Reporting"];
    private static readonly (string User, string Used)[] Uses = [.. TypeUses.Of(typeof(Tensor).Assembly.Location), .. TypeUses.Of(typeof(Trainer).Assembly.Location)];

    [Fact]
    public void Libraries_EveryType_UsesOnlyLayersBeforeItsOwn() => Assert.Empty(Violations(Uses, "Cifra", Layers));

    [Fact]
    public void Libraries_EveryLayer_IsInItsPackage()
    {
        Assert.Equal(["", .. Layers[..4]], LayersOf(typeof(Tensor)));
        Assert.Equal(Layers[4..], LayersOf(typeof(Trainer)));
    }

    [Fact]
    public void Cifra_References_NothingButThePlatform() => Assert.All(
        typeof(Tensor).Assembly.GetReferencedAssemblies(),
        name => Assert.True(name.Name!.StartsWith("System.", StringComparison.Ordinal), $"Cifra.dll depends on {name.Name}."));

    [Fact]
    public void Violations_LayersTurnedRound_FindsKnownUses()
    {
        IReadOnlyList<string> found = Violations(Uses, "Cifra", [.. Layers.Reverse()]);

        Assert.Contains("Cifra.Network.NeuralNetwork uses Cifra.Numerics.Tensor", found);
        Assert.Contains("Cifra.Network.Layers.Convolution uses Cifra.Numerics.Window", found); // a child belongs to its layer
        Assert.Contains("Cifra.Training.Trainer uses Cifra.Network.Digits.DigitClassifier", found); // within a body only, in another assembly
        Assert.Contains("Cifra.Data.Drawn.DrawnDigits uses Cifra.Imaging.DigitNormalizer", found);
        Assert.DoesNotContain(found, use => use.Contains("uses Cifra.InvalidData", StringComparison.Ordinal)); // all may use what lies beside the layers
    }

    [Fact]
    public void Violations_EveryKindOfUse_IsFound()
    {
        const string Samples = "Cifra.Tests.Architecture.UseSamples";
        string[] users =
        [
            "InAField", "InASignature", "InABody", "InALocal", "InALambda", "InATypeof", "InAGenericArgument", "InAnArray", "AsABase", "AsAnInterface",
            "AsAConstraint`1", "AsAnAttribute", "InACatch", "InAnIterator", "InAnAsyncMethod", "InANestedType", "InAGenericCall",
        ];

        IReadOnlyList<string> found = Violations(TypeUses.Of(typeof(LayerTests).Assembly.Location), Samples, ["Left", "Right"]);

        Assert.Equal(
            users.Order(), found.Select(use => use.Split(" uses ")[0].Split('.')[^1]).Distinct().Order());
        Assert.Empty(Violations(TypeUses.Of(typeof(LayerTests).Assembly.Location), Samples, ["Right", "Left"]));
    }

    private static IEnumerable<string> LayersOf(Type type) =>
        type.Assembly.GetTypes().Select(other => LayerOf($"{other.Namespace}.T", "Cifra")).OfType<string>().Distinct()
            .OrderBy(layer => Array.IndexOf(Layers, layer));

    private static IReadOnlyList<string> Violations(IEnumerable<(string User, string Used)> uses, string root, string[] order) =>
    [
        .. uses
            .Where(use => LayerOf(use.User, root) is { } user && LayerOf(use.Used, root) is { } used && Array.IndexOf(order, user) < Array.IndexOf(order, used))
            .Select(use => $"{use.User} uses {use.Used}")
            .Order(StringComparer.Ordinal),
    ];

    // The part of the name after the root; empty beside the layers, null outside.
    private static string? LayerOf(string type, string root)
    {
        string[] parts = type.Split('.');
        int depth = root.Split('.').Length;
        return !type.StartsWith(root + ".", StringComparison.Ordinal) ? null : parts.Length > depth + 1 ? parts[depth] : "";
    }
}
