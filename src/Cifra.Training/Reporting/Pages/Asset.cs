namespace Cifra.Reporting.Pages;

/// <summary>The style sheet and the script of the page, kept as files of their own and built into the library.</summary>
internal static class Asset
{
    public static string Read(string name)
    {
        using Stream stream = typeof(Asset).Assembly.GetManifestResourceStream($"Cifra.Reporting.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
