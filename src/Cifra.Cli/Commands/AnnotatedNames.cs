namespace Cifra.Cli.Commands;

/// <summary>Where each annotated picture goes: one picture to the file named, several into the folder named, none over another.</summary>
/// <param name="target">The file or the folder; null where none are wanted.</param>
/// <param name="pictures">How many pictures there are.</param>
internal sealed class AnnotatedNames(string? target, int pictures)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase); // some file systems ignore case

    /// <summary>The path for a picture's annotated copy.</summary>
    public string? Next(string picture)
    {
        if (target is null || pictures == 1)
        {
            return target;
        }

        string name = picture == "-" ? "stdin" : Path.GetFileNameWithoutExtension(picture);
        string free = name;
        for (int n = 2; !_taken.Add(free); n++)
        {
            free = $"{name}-{n}";
        }

        return Path.Combine(target, $"{free}.annotated.png");
    }
}
