namespace Cifra.Onnx.Tests;

/// <summary>The package's public surface is what PublicApi.txt says, so that no member appears or goes unnoticed.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Package_PublicSurface_IsAsWrittenDown()
    {
        string actual = PublicApi.Describe(typeof(OnnxExporter).Assembly);
        if (Environment.GetEnvironmentVariable("CIFRA_ACCEPT_API") == "1")
        {
            File.WriteAllText(SnapshotPath(), actual);
        }

        Assert.Equal(File.ReadAllLines(SnapshotPath()), actual.TrimEnd('\n').Split('\n'));
    }

    // In the sources, so that accepting writes what is committed.
    private static string SnapshotPath()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cifra.slnx")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "tests", "Cifra.Onnx.Tests", "PublicApi.txt");
    }
}
