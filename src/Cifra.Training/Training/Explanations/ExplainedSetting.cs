namespace Cifra.Training.Explanations;

/// <summary>One setting of a recipe, with what a reader has to know of it.</summary>
/// <param name="Name">Type and property: "Recipe.Epochs".</param>
/// <param name="Value">What the recipe says, as text.</param>
/// <param name="Unit">Of the value; empty where it has none.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Why">Why one would set it, or to this.</param>
/// <param name="Source">Where it was published; empty where it is common knowledge.</param>
public sealed record ExplainedSetting(string Name, string Value, string Unit, string Meaning, string Why, string Source);
