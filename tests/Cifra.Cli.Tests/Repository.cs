namespace Cifra.Cli.Tests;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    /// <summary>The folder of Cifra.slnx.</summary>
    public static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cifra.slnx")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new DirectoryNotFoundException($"No Cifra.slnx above {AppContext.BaseDirectory}.");
        }
    }

    /// <summary>One of the pictures that README uses.</summary>
    public static string Sample(string name) => Path.Combine(Root, "samples", "pictures", name);
}
