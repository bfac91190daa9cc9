using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Cli.Benchmarking;

/// <summary>How each architecture is trained while it is measured.</summary>
internal static class BenchRecipes
{
    /// <summary>The frameworks' example as they train it: batches of 64, Adadelta. Every other one by the recipe of its name.</summary>
    public static Recipe Of(string architecture) => Recipes.All.TryGetValue(architecture, out Recipe? recipe) && recipe.Architecture == architecture
        ? recipe
        : new Recipe
        {
            Name = architecture,
            Architecture = architecture,
            Epochs = 1,
            BatchSize = 64,
            LearningRate = 1,
            Schedule = new Schedule.StepDecay(Intervals: 14, Decay: 0.7),
            Optimizer = new OptimizerSettings.Adadelta(),
        };
}
