namespace Cifra.Data;

/// <summary>Where to look for MNIST's files.</summary>
/// <remarks>
/// A folder named outright is the only one looked in. Otherwise the variable's folder comes first, then the per-user cache; the first that
/// holds the files is taken.
/// </remarks>
public sealed record MnistLocation
{
    /// <summary>The environment variable that names the folder of the files.</summary>
    public const string VariableName = "CIFRA_DATA";

    /// <summary>The folder that the user named outright (<c>--data-dir</c>), or null.</summary>
    public string? DataDir { get; init; }

    /// <summary>The folder that <see cref="VariableName"/> names, or null.</summary>
    public string? Variable { get; init; }

    /// <summary>The per-user cache, or null where there is none.</summary>
    public string? Cache { get; init; }

    /// <summary>The place of this process: reads the environment, so it is for a program's edge.</summary>
    /// <param name="dataDir">The folder that the user named outright, or null.</param>
    public static MnistLocation FromEnvironment(string? dataDir = null) => From(
        dataDir,
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>The same from values given.</summary>
    /// <param name="dataDir">The folder that the user named outright, or null.</param>
    /// <param name="variable">Looks an environment variable up.</param>
    /// <param name="localFolder">The folder for a user's local data; the cache lies in it unless XDG_CACHE_HOME names another.</param>
    internal static MnistLocation From(string? dataDir, Func<string, string?> variable, string localFolder)
    {
        string? xdg = variable("XDG_CACHE_HOME");
        string root = Path.IsPathFullyQualified(xdg ?? "") ? xdg! : localFolder; // the standard says that a relative one is ignored
        return new MnistLocation
        {
            DataDir = NullIfEmpty(dataDir),
            Variable = NullIfEmpty(variable(VariableName)),
            Cache = root.Length == 0 ? null : Path.Combine(root, "cifra", "mnist"),
        };
    }

    /// <summary>The folders to look in, in order, each with what names it.</summary>
    internal IReadOnlyList<(string Folder, string Named)> Candidates
    {
        get
        {
            (string? Folder, string Named)[] all = DataDir is not null
                ? [(DataDir, "named outright")]
                : [(Variable, VariableName), (Cache, "the per-user cache")];
            return [.. all.Where(one => one.Folder is not null).Select(one => (one.Folder!, one.Named))];
        }
    }

    /// <summary>The folder that a download goes to: the first in the order.</summary>
    /// <exception cref="IOException">No folder is known.</exception>
    public string DownloadFolder => Candidates.Count > 0
        ? Candidates[0].Folder
        : throw new IOException($"No folder to keep MNIST in: name one, or set {VariableName}.");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
