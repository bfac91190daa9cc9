namespace Cifra.Reading.Grammars;

/// <summary>A likelier text that was not read because it is not in the grammar.</summary>
/// <param name="Text">The text.</param>
/// <param name="Objection">The grammar's objection to it.</param>
public sealed record PassedOverText(string Text, string Objection);
