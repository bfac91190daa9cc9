using System.Text.RegularExpressions;

namespace Cifra.Tests.Architecture;

/// <summary>The source files of the checkout that the tests were built in.</summary>
internal static partial class SourceFiles
{
    /// <summary>The folder of Cifra.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>C# files below a folder of the checkout, without what a build makes.</summary>
    /// <param name="folder">Relative to <see cref="Root"/>, with '/'.</param>
    public static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, Path.Combine(folder.Split('/'))), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);

    /// <summary>The namespace that a file declares; null where it declares none.</summary>
    public static string? NamespaceOf(string path) =>
        Declaration().Match(File.ReadAllText(path)) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The namespace that a file's folder asks for: the root namespace and the folders below the project.</summary>
    public static string ExpectedNamespace(string path, string projectFolder, string rootNamespace)
    {
        string below = Path.GetRelativePath(Path.Combine(Root, Path.Combine(projectFolder.Split('/'))), Path.GetDirectoryName(path)!);
        return below == "." ? rootNamespace : $"{rootNamespace}.{below.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cifra.slnx")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return folder.FullName;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
