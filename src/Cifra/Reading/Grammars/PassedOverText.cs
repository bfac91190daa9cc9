namespace Cifra.Reading.Grammars;

/// <summary>A text that a grammar kept from being read.</summary>
/// <param name="Text">The text.</param>
/// <param name="Objection">What the grammar has against it.</param>
public sealed record PassedOverText(string Text, string Objection);
