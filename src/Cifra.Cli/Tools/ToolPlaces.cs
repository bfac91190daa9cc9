namespace Cifra.Cli.Tools;

/// <summary>Where tools of their own are looked for: the program <c>cifra-NAME</c> serves the command <c>cifra NAME</c>, as git does it.</summary>
/// <remarks>Looks at the world only through what it is given, so that the rules of every system can be tested on any.</remarks>
/// <param name="System">The rules of names and paths.</param>
/// <param name="OwnFolder">The folder that this program lies in; searched first.</param>
/// <param name="Path">The variable PATH; null where it is not set.</param>
/// <param name="PathExt">The variable PATHEXT; null where it is not set. Counts on Windows alone.</param>
/// <param name="IsProgram">Whether a path is a file that can be run.</param>
/// <param name="NamesIn">The names of the files in a folder; none where it cannot be read.</param>
internal sealed record ToolPlaces(
    ToolSystem System, string OwnFolder, string? Path, string? PathExt, Func<string, bool> IsProgram, Func<string, IEnumerable<string>> NamesIn)
{
    private const string Prefix = "cifra-";
    private const string UsualPathExt = ".COM;.EXE;.BAT;.CMD";

    /// <summary>No place at all.</summary>
    public static ToolPlaces None { get; } = new(ToolSystem.Linux, "", null, null, _ => false, _ => []);

    private StringComparison Comparison => System == ToolSystem.Linux ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The path of the program that serves a command; null where there is none.</summary>
    /// <param name="name">As it was typed; only letters, digits, - and _ can name a program.</param>
    public string? Find(string name) => !IsName(name) ? null : Folders()
        .SelectMany(folder => Endings().Select(ending => Join(folder, Prefix + name + ending)))
        .FirstOrDefault(IsProgram);

    /// <summary>The names of all commands that a program serves, in order.</summary>
    public IReadOnlyList<string> All()
    {
        var found = new SortedSet<string>(StringComparer.FromComparison(Comparison));
        foreach (string folder in Folders())
        {
            foreach (string file in NamesIn(folder))
            {
                if (NameOf(file) is { } name && IsProgram(Join(folder, file)))
                {
                    found.Add(name);
                }
            }
        }

        return [.. found];
    }

    // An empty entry of PATH means the working folder to a shell; a program must not be run from there unasked. Relative entries neither.
    private IEnumerable<string> Folders()
    {
        string[] entries = (Path ?? "").Split(System == ToolSystem.Windows ? ';' : ':');
        return entries.Select(entry => System == ToolSystem.Windows ? entry.Trim().Trim('"') : entry)
            .Where(IsRooted).Prepend(OwnFolder).Where(folder => folder.Length > 0);
    }

    private bool IsRooted(string folder) => System == ToolSystem.Windows
        ? folder.StartsWith(@"\\", StringComparison.Ordinal) || (folder.Length > 2 && char.IsAsciiLetter(folder[0]) && folder[1] == ':' && folder[2] is '\\' or '/')
        : folder.StartsWith('/');

    private string[] Endings() => System != ToolSystem.Windows
        ? [""]
        : [.. (string.IsNullOrWhiteSpace(PathExt) ? UsualPathExt : PathExt).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(ending => ending.StartsWith('.'))];

    private string? NameOf(string file)
    {
        string? ending = Endings().FirstOrDefault(ending => file.EndsWith(ending, Comparison));
        return ending is not null && file.StartsWith(Prefix, Comparison) && file[Prefix.Length..^ending.Length] is var name && IsName(name) ? name : null;
    }

    private string Join(string folder, string file) => System == ToolSystem.Windows
        ? $"{folder.TrimEnd('\\', '/')}\\{file}"
        : $"{folder.TrimEnd('/')}/{file}";

    private static bool IsName(string name) =>
        name.Length > 0 && name[0] != '-' && name.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_');
}
