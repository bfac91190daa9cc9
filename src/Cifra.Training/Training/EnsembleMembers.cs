namespace Cifra.Training;

/// <summary>Some members of an ensemble: the networks of one recipe, by their seeds.</summary>
/// <param name="Recipe">Key of <see cref="Recipes.All"/>.</param>
/// <param name="Seeds">How many; their seeds follow one another.</param>
public sealed record EnsembleMembers(string Recipe, int Seeds);
