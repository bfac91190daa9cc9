using System.Text;
using Cifra.Cli.Commands;
using Cifra.Reading;
using Cifra.Reading.Forms;

namespace Cifra.Cli.Batch;

/// <summary>How the readings of a batch stand in a file: a line a picture, each ended by a line feed.</summary>
internal abstract class BatchFormat
{
    /// <summary>The first line, without its end; empty where there is none.</summary>
    public virtual string Header => "";

    /// <summary>What every line of a picture begins with, and so a part of one too.</summary>
    protected virtual string Beginning => "";

    /// <summary>The format that a file's name asks for: CSV where it ends so, with a column a field where a form is read; else JSON lines.</summary>
    public static BatchFormat Of(string path, FormTemplate? form = null) =>
        !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? new JsonBatch() : form is null ? new CsvBatch() : new FormCsvBatch(form);

    /// <summary>A picture that was read.</summary>
    public abstract string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256);

    /// <summary>A picture that could not be read.</summary>
    public abstract string Failure(string file, string error);

    /// <summary>Understands a line.</summary>
    /// <param name="line">Without its end.</param>
    /// <param name="name">The file.</param>
    /// <param name="number">The line's number.</param>
    /// <exception cref="InvalidDataException">It is none of a batch.</exception>
    public abstract BatchEntry Parse(string line, string name, int number);

    /// <summary>Whether bytes at a file's end can be what a killed batch left of a line: its beginning, or the zeros of a machine that went down.</summary>
    public bool CanBePart(ReadOnlySpan<byte> tail, bool hasHeader)
    {
        byte[] beginning = Encoding.UTF8.GetBytes(hasHeader || Header.Length == 0 ? Beginning : Header);
        int common = Math.Min(beginning.Length, tail.Length);
        return tail[..common].SequenceEqual(beginning.AsSpan(0, common)) || !tail.ContainsAnyExcept((byte)0);
    }

    /// <summary>The networks as two columns name them; the second is empty where there is none.</summary>
    protected static ReadingNetworks Networks(string model, string lines) => new(model, lines.Length == 0 ? null : lines);
}
