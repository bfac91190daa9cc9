using Cifra.Imaging;

namespace Cifra.Evaluation.Strings;

/// <summary>What stands in one picture.</summary>
/// <param name="File">The picture, as its list names it.</param>
/// <param name="Text">What it says: <c>|</c> separates lines, a space groups. Empty where nothing is to be read.</param>
/// <example><c>StringTruth.Load("truth.csv")</c></example>
public sealed record StringTruth(string File, string Text)
{
    /// <summary>Where it stands in the picture; null where that is not known.</summary>
    public PixelBox? Box { get; init; }

    /// <summary>Reads the truth of a set of pictures: a CSV whose header names <c>file</c> and the column of the truth.</summary>
    /// <param name="path">The CSV, UTF-8, at most 64 MiB.</param>
    /// <param name="options">Which columns say what; null for the usual ones.</param>
    /// <returns>The rows in their order, without those that have 0 in a column <c>usable</c>.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not such a CSV; the message names line and column.</exception>
    public static IReadOnlyList<StringTruth> Load(string path, TruthOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return TruthTable.Load(path, options ?? new TruthOptions());
    }
}
