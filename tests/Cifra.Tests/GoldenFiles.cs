namespace Cifra.Tests;

/// <summary>The files of <c>Golden/</c>: truth from elsewhere, each folder with the recipe that made it.</summary>
internal static class GoldenFiles
{
    /// <summary>The bytes of a file such as <c>jpeg/420.jpg</c>.</summary>
    public static byte[] Bytes(string relative) => File.ReadAllBytes(Path.Combine(Folder, relative));

    /// <summary>The names, without folder, of the files in <paramref name="folder"/> that end in <paramref name="extension"/>.</summary>
    public static string[] Names(string folder, string extension) =>
        [.. Directory.GetFiles(Path.Combine(Folder, folder), "*" + extension).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");
}
