using Cifra.Network;
using Cifra.Training;

namespace Cifra.Evaluation;

/// <summary>What a network's training saw of corruptions, as far as its card tells.</summary>
internal static class TrainingExposure
{
    private const string FieldRecipe = "field";

    /// <summary>Whether it saw something of the kind. Of a recipe that is none of ours it is taken to have seen all that any of ours sees.</summary>
    public static bool Saw(ModelCard card, SeenBy kind)
    {
        bool ours = Recipes.All.TryGetValue(card.Recipe, out Recipe? recipe);
        return kind switch
        {
            SeenBy.Augmentation => !ours || recipe!.Augmentation.Changes,
            SeenBy.Field => !ours || card.Recipe == FieldRecipe,
            _ => false,
        };
    }
}
