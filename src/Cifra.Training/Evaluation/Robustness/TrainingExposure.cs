using Cifra.Network;
using Cifra.Training;

namespace Cifra.Evaluation.Robustness;

/// <summary>What a network's training saw of corruptions, as far as its card tells.</summary>
internal static class TrainingExposure
{
    /// <summary>Whether it saw something of the kind. Of a recipe that is none of ours it is taken to have seen all that any of ours sees.</summary>
    public static bool Saw(ModelCard card, SeenBy kind) => kind switch
    {
        SeenBy.Augmentation => RecipesOf(card).Any(recipe => recipe?.Augmentation.Changes != false),
        SeenBy.Field => RecipesOf(card).Any(recipe => recipe is null || recipe.SceneShare > 0),
        _ => false,
    };

    // An ensemble saw what any of its members did.
    private static Recipe?[] RecipesOf(ModelCard card) => Recipes.Ensembles.TryGetValue(card.Recipe, out EnsembleRecipe? ensemble)
        ? [.. ensemble.Members.Select(member => Recipes.All.GetValueOrDefault(member.Recipe))]
        : [Recipes.All.GetValueOrDefault(card.Recipe)];
}
