namespace Cifra;

/// <summary>Makes the one exception that every decoder and loader throws for bytes that it cannot accept.</summary>
internal static class InvalidData
{
    /// <summary>
    /// «a.png: byte 33: expected an IDAT chunk, found "tEXt".» The caller throws what this returns.
    /// </summary>
    /// <param name="file">The file's path, or the name that the caller gave to bytes without one.</param>
    /// <param name="place">Where: "byte 33", "line 12", "entry x_train.npy".</param>
    /// <param name="expected">What a sound file has there.</param>
    /// <param name="found">What is there.</param>
    public static InvalidDataException At(string file, string place, string expected, string found) =>
        new($"{file}: {place}: expected {expected}, found {found}.");

    /// <summary>The same with a byte offset as the place.</summary>
    public static InvalidDataException At(string file, long offset, string expected, string found) =>
        At(file, $"byte {offset}", expected, found);
}
