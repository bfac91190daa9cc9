using System.Text;

namespace Cifra.Cli.Protocol;

/// <summary>The part of a document that a program writes, between two comments; the rest is people's.</summary>
internal static class MarkedPart
{
    /// <summary>The line before the part.</summary>
    public const string Begin = "<!-- table: begin -->";

    /// <summary>The line after the part.</summary>
    public const string End = "<!-- table: end -->";

    /// <summary>Replaces what stands between the two comments of a file, and nothing else.</summary>
    /// <param name="file">The document, as UTF-8.</param>
    /// <param name="part">What is to stand there, with a line feed at its end.</param>
    /// <exception cref="UsageException">The file does not have the two comments, once each and in this order.</exception>
    public static void Replace(string file, string part)
    {
        string text = File.ReadAllText(file);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        bool once = begin == text.LastIndexOf(Begin, StringComparison.Ordinal) && end == text.LastIndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin || !once)
        {
            throw new UsageException($"{file} needs a place for the table: the line '{Begin}' and after it the line '{End}', once each.");
        }

        AtomicFile.Write(file, Encoding.UTF8.GetBytes($"{text[..(begin + Begin.Length)]}\n{part}{text[end..]}"));
    }
}
