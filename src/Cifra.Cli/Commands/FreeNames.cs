namespace Cifra.Cli.Commands;

/// <summary>A name for what is written about each picture, none given twice: the picture's own, with a number behind it where another picture had it.</summary>
internal sealed class FreeNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase); // some file systems ignore case

    /// <summary>The next name for a picture.</summary>
    public string For(string picture)
    {
        string name = picture == "-" ? "stdin" : Path.GetFileNameWithoutExtension(picture);
        string free = name;
        for (int n = 2; !_taken.Add(free); n++)
        {
            free = $"{name}-{n}";
        }

        return free;
    }
}
