namespace Cifra.Evaluation.Strings;

/// <summary>Which columns of a truth say what.</summary>
public sealed record TruthOptions
{
    /// <summary>The text's column; null for the first of <c>text</c>, <c>digits</c>, <c>amount_digits</c> and <c>label</c> that is there.</summary>
    public string? Column { get; init; }

    /// <summary>The column that names the picture (default: <c>file</c>).</summary>
    public string FileColumn { get; init; } = "file";

    /// <summary>
    /// Whether the columns <c>x</c>, <c>y</c>, <c>width</c> and <c>height</c> (or <c>w</c> and <c>h</c>, or <c>plate_w</c> and <c>plate_h</c>) say where
    /// the text stands in the picture.
    /// </summary>
    public bool Boxes { get; init; }
}
