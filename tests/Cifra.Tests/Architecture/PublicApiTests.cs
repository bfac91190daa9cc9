using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Architecture;

/// <summary>The public surface of each library is what its text file beside this one says, so that no member appears or goes unnoticed.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData(typeof(Tensor))]
    [InlineData(typeof(Trainer))]
    public void Library_PublicSurface_IsAsWrittenDown(Type type)
    {
        string actual = PublicApi.Describe(type.Assembly);
        string path = SnapshotPath(type.Assembly.GetName().Name!);
        if (Environment.GetEnvironmentVariable("CIFRA_ACCEPT_API") == "1")
        {
            File.WriteAllText(path, actual);
        }

        string[] expected = File.ReadAllLines(path);
        string difference = Difference(expected, actual.TrimEnd('\n').Split('\n'));

        Assert.True(
            difference.Length == 0,
            $"The public surface changed:\n{difference}If that is meant, run this test with CIFRA_ACCEPT_API=1 and commit {Path.GetFileName(path)}.");
    }

    [Fact]
    public void Describe_KnownTypes_WritesSignaturesAndNulls()
    {
        string text = PublicApi.Describe(typeof(Tensor).Assembly) + PublicApi.Describe(typeof(Trainer).Assembly);

        Assert.Contains("record struct Cifra.Numerics.Shape : IEquatable<Shape>\n", text, StringComparison.Ordinal);
        Assert.Contains("sealed class Cifra.Numerics.Tensor\n", text, StringComparison.Ordinal);
        Assert.Contains("    const int Lanes = 16\n", text, StringComparison.Ordinal);
        Assert.Contains("    constructor(Shape shape)\n", text, StringComparison.Ordinal);
        Assert.Contains("    Span<float> Block(int block)\n", text, StringComparison.Ordinal);
        Assert.Contains("    float Item[int image, int channel, int row, int column] { get; set; }\n", text, StringComparison.Ordinal);
        Assert.Contains("    string? CheckpointPath { get; init; }\n", text, StringComparison.Ordinal);
        Assert.Contains("    double? ValidationLoss { get; init; }\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kernels", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AlignedFloats", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_LineGoneAndLineNew_ShowsBothUnderTheirType()
    {
        string difference = Difference(["class A", "    int B()", "class C", "    int D()"], ["class A", "    int B(int x)", "class C", "    int D()"]);

        Assert.Equal("  class A\n-     int B()\n+     int B(int x)\n", difference);
    }

    // Lines that one of the two lacks, each under its type.
    private static string Difference(string[] expected, string[] actual)
    {
        Dictionary<string, HashSet<string>> old = ByType(expected);
        Dictionary<string, HashSet<string>> now = ByType(actual);
        var lines = new List<string>();
        foreach (string type in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            HashSet<string> before = old.GetValueOrDefault(type, []);
            HashSet<string> after = now.GetValueOrDefault(type, []);
            if (!before.SetEquals(after) || old.ContainsKey(type) != now.ContainsKey(type))
            {
                lines.Add($"{(old.ContainsKey(type) ? now.ContainsKey(type) ? ' ' : '-' : '+')} {type}");
                lines.AddRange(before.Except(after).Select(line => $"- {line}"));
                lines.AddRange(after.Except(before).Select(line => $"+ {line}"));
            }
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static Dictionary<string, HashSet<string>> ByType(string[] lines)
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (string line in lines)
        {
            if (line.StartsWith(' '))
            {
                members.Add(line);
            }
            else
            {
                types[line] = members = [];
            }
        }

        return types;
    }

    // In the sources, so that accepting writes what is committed.
    private static string SnapshotPath(string assembly) => Path.Combine(SourceFiles.Root, "tests", "Cifra.Tests", "Architecture", $"{assembly}.txt");
}
