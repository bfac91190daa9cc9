namespace Cifra.Reading.Micr;

/// <summary>A part of a line of magnetic ink that means something: digits one after the other.</summary>
/// <param name="Name">What: "routing", "account", "cheque", "micr-amount", "transaction".</param>
/// <param name="Text">Its digits, and the dashes between them.</param>
/// <param name="First">Place of its first character in the line, spaces not counted.</param>
internal sealed record MicrField(string Name, string Text, int First);
