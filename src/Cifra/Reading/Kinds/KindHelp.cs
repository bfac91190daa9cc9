namespace Cifra.Reading.Kinds;

/// <summary>What a front end tells about a kind of picture.</summary>
/// <param name="Form">How it is written: "zip[:REGION]".</param>
/// <param name="Meaning">What it is, in a few words.</param>
public sealed record KindHelp(string Form, string Meaning);
