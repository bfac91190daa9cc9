using System.IO.Enumeration;

namespace Cifra.Cli.Batch;

/// <summary>The pictures that the arguments of <c>cifra read</c> mean: files, folders with all below them, and lists of both.</summary>
internal static class PictureInputs
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".pnm", ".pbm", ".pgm", ".ppm"];

    /// <summary>The pictures of one argument; those of a folder in the order of their paths.</summary>
    /// <remarks>A path that does not exist counts as a picture, which then cannot be read.</remarks>
    /// <exception cref="InvalidDataException">A folder or a list holds none.</exception>
    public static IEnumerable<string> Expand(string argument)
    {
        if (!argument.StartsWith('@') || !File.Exists(argument[1..]))
        {
            return Directory.Exists(argument) ? Below(argument) : [argument];
        }

        string[] paths = [.. File.ReadLines(argument[1..]).Where(line => !string.IsNullOrWhiteSpace(line))];
        return paths.Length > 0
            ? paths.SelectMany(path => Directory.Exists(path) ? Below(path) : [path])
            : throw new InvalidDataException($"{argument[1..]}: expected a picture's path on each line, found none.");
    }

    // Hidden files and folders are passed over, and a link to a folder is not followed: it may lead round in a circle.
    private static string[] Below(string folder)
    {
        var found = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = false,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsPicture(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        string[] pictures = [.. found.Order(StringComparer.Ordinal)];
        return pictures.Length > 0
            ? pictures
            : throw new InvalidDataException($"{folder}: expected pictures ({string.Join(", ", Endings)}), found none.");
    }

    private static bool IsPicture(ReadOnlySpan<char> name)
    {
        foreach (string ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
