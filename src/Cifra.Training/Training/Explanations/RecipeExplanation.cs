using Cifra.Network;
using Cifra.Training.Optimizers;

namespace Cifra.Training.Explanations;

/// <summary>A recipe in words: every setting with its unit, its meaning, why it is there and where it was published.</summary>
public static class RecipeExplanation
{
    /// <summary>Every setting of a recipe, those of its schedule, optimizer and augmentation among them.</summary>
    public static IReadOnlyList<ExplainedSetting> Of(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return
        [
            .. RecipeTexts.All.Select(text => text.Of(recipe)),
            ScheduleItself(recipe.Schedule),
            .. ScheduleSettings(recipe.Schedule),
            OptimizerItself(recipe.Optimizer),
            .. OptimizerConstants(recipe.Optimizer),
            .. AugmentationTexts.All.Select(text => text.Of(recipe.Augmentation)),
            .. recipe.Lines is { } lines ? LineTexts.All.Select(text => text.Of(lines)) : [],
        ];
    }

    /// <summary>The network that a recipe trains, untrained.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="layers">The kinds of layers that the network may have; optional, the built-in ones.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static NeuralNetwork NetworkOf(Recipe recipe, LayerCatalog? layers = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.Check();
        return NeuralNetwork.Build(recipe.Describe(), seed: 1, layers);
    }

    /// <summary>Names of all settings that any recipe can have.</summary>
    internal static IReadOnlySet<string> Names { get; } = new HashSet<string>(
    [
        .. RecipeTexts.All.Select(text => text.Name),
        .. AugmentationTexts.All.Select(text => text.Name),
        .. LineTexts.All.Select(text => text.Name),
        .. OptimizerTexts.Sgd.Select(text => text.Name),
        .. OptimizerTexts.Adam.Select(text => text.Name),
        .. OptimizerTexts.AdamW.Select(text => text.Name),
        .. OptimizerTexts.Adadelta.Select(text => text.Name),
        .. ScheduleTexts.StepDecay.Select(text => text.Name),
        .. ScheduleTexts.Cosine.Select(text => text.Name),
        .. ScheduleTexts.OneCycle.Select(text => text.Name),
    ]);

    private static ExplainedSetting ScheduleItself(Schedule schedule)
    {
        (string value, string meaning, string source) = schedule switch
        {
            Schedule.Constant => ("constant", "The rate stays at its peak.", ""),
            Schedule.StepDecay => ("step decay", "The rate falls at equal intervals.", ""),
            Schedule.Cosine => ("cosine", "The rate falls from its peak by half a cosine.", "Loshchilov and Hutter 2017, arXiv:1608.03983"),
            Schedule.OneCycle => ("one cycle", "The rate rises to its peak and falls again, each by half a cosine.", "Smith and Topin 2018, arXiv:1708.07120"),
            _ => throw new ArgumentException($"{schedule.GetType().Name} is not explained.", nameof(schedule)),
        };
        return new ExplainedSetting(
            $"{nameof(Recipe)}.{nameof(Recipe.Schedule)}", value, "", meaning, "Large steps find a minimum, small ones converge to it.", source);
    }

    private static IEnumerable<ExplainedSetting> ScheduleSettings(Schedule schedule) => schedule switch
    {
        Schedule.StepDecay step => ScheduleTexts.StepDecay.Select(text => text.Of(step)),
        Schedule.Cosine cosine => ScheduleTexts.Cosine.Select(text => text.Of(cosine)),
        Schedule.OneCycle cycle => ScheduleTexts.OneCycle.Select(text => text.Of(cycle)),
        _ => [],
    };

    private static ExplainedSetting OptimizerItself(OptimizerSettings optimizer)
    {
        (string value, string meaning, string why, string source) = optimizer switch
        {
            OptimizerSettings.Sgd => (
                "SGD", "Steps along the gradient, with momentum.", "The simplest optimizer, and with a tuned rate often the most accurate.",
                "Robbins and Monro 1951"),
            OptimizerSettings.Adam => (
                "Adam", "Steps along the gradient's mean, scaled for each weight.", "Learns fast with little tuning.", "Kingma and Ba 2015, arXiv:1412.6980"),
            OptimizerSettings.AdamW => (
                "AdamW", "Adam, with weight decay taken from the weights themselves.", "Learns fast, and the decay does not depend on the gradient's scale.",
                "Loshchilov and Hutter 2019, arXiv:1711.05101"),
            OptimizerSettings.Adadelta => ("Adadelta", "Finds the scale of each weight's step by itself.", "Needs no rate.", "Zeiler 2012, arXiv:1212.5701"),
            CustomOptimizerSettings custom => (custom.Name, "An optimizer of the program's own.", "The program chose it.", ""),
            _ => throw new ArgumentException($"{optimizer.GetType().Name} is not explained.", nameof(optimizer)),
        };
        return new ExplainedSetting($"{nameof(Recipe)}.{nameof(Recipe.Optimizer)}", value, "", meaning, why, source);
    }

    private static IEnumerable<ExplainedSetting> OptimizerConstants(OptimizerSettings optimizer) => optimizer switch
    {
        OptimizerSettings.Sgd sgd => OptimizerTexts.Sgd.Select(text => text.Of(sgd)),
        OptimizerSettings.Adam adam => OptimizerTexts.Adam.Select(text => text.Of(adam)),
        OptimizerSettings.AdamW adamW => OptimizerTexts.AdamW.Select(text => text.Of(adamW)),
        OptimizerSettings.Adadelta adadelta => OptimizerTexts.Adadelta.Select(text => text.Of(adadelta)),
        CustomOptimizerSettings custom => custom.Constants.Select(pair =>
            new ExplainedSetting(
                $"{custom.Name}.{pair.Key}", SettingValue.Number(pair.Value), "", "A constant of the program's own optimizer.", "The program chose it.", "")),
        _ => [],
    };
}
