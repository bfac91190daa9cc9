using Cifra.Data;

namespace Cifra.Training;

/// <summary>What makes two trainings the same one; a checkpoint is resumed by its own training only.</summary>
/// <param name="Recipe">The recipe, with what the caller changed in it; an optimizer of the caller's own as data.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Data">SHA-256 of the pictures and labels, trained on and held out.</param>
/// <param name="Teacher">Hash of the network that teaches; null for none.</param>
internal sealed record TrainingIdentity(Recipe Recipe, long Seed, string Data, string? Teacher)
{
    public static TrainingIdentity Of(Recipe recipe, long seed, DigitSet train, DigitSet? validation, string? teacher) =>
        new(recipe with { Optimizer = recipe.Optimizer.ForCheckpoint() }, seed, TrainingData.Digest(train, validation), teacher);

    /// <summary>What differs from another, in words; null where nothing does.</summary>
    public string? DifferenceFrom(TrainingIdentity other) =>
        Recipe != other.Recipe ? $"recipe {other.Recipe.Name} of {other.Recipe.Epochs} epochs, or with other settings"
        : Seed != other.Seed ? $"seed {other.Seed}"
        : Data != other.Data ? "other data"
        : Teacher != other.Teacher ? "another teacher"
        : null;
}
