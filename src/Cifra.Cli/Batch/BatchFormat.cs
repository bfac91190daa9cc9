using System.Text;
using Cifra.Reading.Forms;
using Cifra.Reading.Output;

namespace Cifra.Cli.Batch;

/// <summary>Parses the lines of a batch's file, to resume it.</summary>
/// <param name="lines">Writes them.</param>
internal abstract class BatchFormat(ReadingFormat lines)
{
    /// <summary>Writes the lines.</summary>
    public ReadingFormat Lines => lines;

    /// <summary>The first line, without its end; empty where there is none.</summary>
    public string Header { get; } = lines.Header.TrimEnd('\n');

    /// <summary>What every line of a picture begins with, and so a part of one too.</summary>
    protected virtual string Beginning => "";

    /// <summary>The format that a file's name asks for.</summary>
    public static BatchFormat Of(string path, FormTemplate? form = null)
    {
        var lines = ReadingFormat.For(path, form);
        return lines.Columns.Count == 0 ? new JsonBatch(lines) : new CsvBatch(lines);
    }

    /// <summary>Parses a line.</summary>
    /// <param name="line">Without its end.</param>
    /// <param name="name">The file.</param>
    /// <param name="number">The line's number.</param>
    /// <exception cref="InvalidDataException">It was not written by a batch.</exception>
    public abstract BatchEntry Parse(string line, string name, int number);

    /// <summary>Whether bytes at a file's end can be what a killed batch left of a line: its beginning, or the zeros of a machine that went down.</summary>
    public bool CanBePart(ReadOnlySpan<byte> tail, bool hasHeader)
    {
        byte[] beginning = Encoding.UTF8.GetBytes(hasHeader || Header.Length == 0 ? Beginning : Header);
        int common = Math.Min(beginning.Length, tail.Length);
        return tail[..common].SequenceEqual(beginning.AsSpan(0, common)) || !tail.ContainsAnyExcept((byte)0);
    }
}
