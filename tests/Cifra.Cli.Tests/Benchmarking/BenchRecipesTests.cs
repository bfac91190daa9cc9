using Cifra.Cli.Benchmarking;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Cli.Tests.Benchmarking;

public sealed class BenchRecipesTests
{
    [Fact]
    public void Of_Example_IsTheFrameworks()
    {
        Recipe recipe = BenchRecipes.Of("example");

        Assert.Equal("example", recipe.Architecture);
        Assert.Equal(64, recipe.BatchSize);
        Assert.Equal(new OptimizerSettings.Adadelta(Rho: 0.9, Epsilon: 1e-6), recipe.Optimizer);
        Assert.Equal(1, recipe.LearningRate);
    }

    [Fact]
    public void Of_EveryArchitecture_FitsTheTrainingSet()
    {
        foreach (string architecture in Architectures.All.Keys)
        {
            Recipe recipe = BenchRecipes.Of(architecture);

            Assert.Equal(architecture, recipe.Architecture);
            Assert.Equal(0, new BenchSettings().TrainingSet % recipe.BatchSize);
        }

        Assert.Same(Recipes.Standard, BenchRecipes.Of("standard"));
    }

    [Fact]
    public void Networks_AreArchitectures() => Assert.All(new BenchSettings().Networks, name => Assert.True(Architectures.All.ContainsKey(name)));
}
