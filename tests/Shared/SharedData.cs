namespace Cifra.Tests;

/// <summary>Finds the real data that tests use where it is, and skips the test, with the reason, where it is not.</summary>
/// <remarks>
/// <c>CIFRA_DATA</c> names the folder of the MNIST files; the other sets lie beside that folder. Without the variable the folder
/// <c>shared</c> beside the checkout is looked for.
/// </remarks>
internal static class SharedData
{
    /// <summary>The folder of the four MNIST files.</summary>
    public static string Mnist => Folder("mnist");

    /// <summary>A folder such as <c>decoders/png/pngsuite</c> or <c>real/photo-digits</c>.</summary>
    public static string Folder(string relative)
    {
        string? path = Root is null ? null : Path.Combine(Root, relative);
        if (path is null || !Directory.Exists(path))
        {
            Assert.Skip($"The data folder '{relative}' is not on this machine (set CIFRA_DATA to the folder of the MNIST files).");
        }

        return path;
    }

    private static string? Root
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("CIFRA_DATA");
            if (!string.IsNullOrEmpty(named))
            {
                return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(named)));
            }

            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                string beside = Path.Combine(folder.FullName, "shared", "mnist");
                if (Directory.Exists(beside))
                {
                    return Path.Combine(folder.FullName, "shared");
                }
            }

            return null;
        }
    }
}
