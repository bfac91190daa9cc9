using Cifra.Reading.Forms;

namespace Cifra.Reading.Output;

/// <summary>How the readings of many pictures stand in a file: a line a picture, each ended by a line feed.</summary>
public abstract class ReadingFormat
{
    private protected ReadingFormat()
    {
    }

    /// <summary>A JSON document a line.</summary>
    public static ReadingFormat Json { get; } = new JsonLinesFormat();

    /// <summary>A row a picture, with all its numbers as one text.</summary>
    public static ReadingFormat Csv { get; } = new NumbersCsvFormat();

    /// <summary>The names of the columns; empty where the format has none.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>The first line of a file with its end; empty where there is none.</summary>
    public string Header => Columns.Count == 0 ? "" : CsvLine.Of(Columns);

    /// <summary>A row a page of a form, a column a field.</summary>
    public static ReadingFormat FormCsv(FormTemplate form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new FormCsvFormat(form);
    }

    /// <summary>The format that a file's name asks for: CSV where it ends in .csv, with a column a field where a form is read; else JSON.</summary>
    public static ReadingFormat For(string path, FormTemplate? form = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Json : form is null ? Csv : FormCsv(form);
    }

    /// <summary>The line of a picture that was read, with its end.</summary>
    /// <param name="file">What the picture is called.</param>
    /// <param name="networks">What it was read with.</param>
    /// <param name="reading">What it says.</param>
    /// <param name="sha256">The hash of the picture's content.</param>
    public abstract string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256);

    /// <summary>The line of a picture that could not be read, with its end.</summary>
    /// <param name="file">What the picture is called.</param>
    /// <param name="reason">Why it could not be read.</param>
    public abstract string Failure(string file, string reason);
}
