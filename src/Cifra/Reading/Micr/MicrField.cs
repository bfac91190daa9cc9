namespace Cifra.Reading.Micr;

/// <summary>A part of a line of magnetic ink: consecutive digits with a meaning.</summary>
/// <param name="Name">Its meaning: "routing", "account", "cheque", "micr-amount", "transaction".</param>
/// <param name="Text">Its digits, and the dashes between them.</param>
/// <param name="First">Index of its first character in the line, spaces not counted.</param>
internal sealed record MicrField(string Name, string Text, int First);
