namespace Cifra.Cli.Commands;

/// <summary>Where each annotated picture goes: one picture to the named file; several, or one where the name is a folder, into that folder.</summary>
/// <remarks>No two pictures get the same path.</remarks>
/// <param name="target">The file or the folder; null where none are wanted.</param>
/// <param name="pictures">How many pictures there are.</param>
internal sealed class AnnotatedNames(string? target, int pictures)
{
    private readonly FreeNames _free = new();

    /// <summary>The path for a picture's annotated copy.</summary>
    public string? Next(string picture)
    {
        if (target is null)
        {
            return null;
        }

        if (pictures == 1 && (target == "-" || !Directory.Exists(target)))
        {
            return target == "-" || Path.GetFullPath(target) != Path.GetFullPath(picture)
                ? target
                : throw new UsageException($"--annotate would write over {picture} itself; name another file.");
        }

        return Path.Combine(target, $"{_free.For(picture)}.annotated.png");
    }
}
