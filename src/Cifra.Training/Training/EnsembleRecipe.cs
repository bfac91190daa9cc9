namespace Cifra.Training;

/// <summary>An ensemble as data: which trainings it is made of.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Members">One or more kinds of members.</param>
public sealed record EnsembleRecipe(string Name, IReadOnlyList<EnsembleMembers> Members);
