using System.Reflection;
using Cifra.Training;
using Cifra.Training.Explanations;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training.Explanations;

public sealed class RecipeExplanationTests
{
    private static readonly Recipe Explained = Recipes.Standard with { MaxGradientNorm = 5, Epochs = 15 };

    public static TheoryData<string> Settings => [.. SettingsOf(typeof(Recipe)).Distinct()];

    // A setting that is added without a word of explanation fails here.
    [Theory]
    [MemberData(nameof(Settings))]
    public void Names_EverySetting_IsExplained(string name) => Assert.Contains(name, RecipeExplanation.Names);

    [Fact]
    public void Names_EveryName_IsASetting() => Assert.All(RecipeExplanation.Names, name => Assert.Contains(name, Settings.Select(row => row.Data)));

    [Fact]
    public void Settings_TheWalk_FindsNestedRecordsAndAllTheirKinds()
    {
        string[] settings = [.. SettingsOf(typeof(Recipe))];

        Assert.Contains("Recipe.Epochs", settings);
        Assert.Contains("Augmentation.Shear", settings);
        Assert.Contains("OneCycle.Warmup", settings);
        Assert.Contains("Adadelta.Rho", settings);
        Assert.DoesNotContain("Recipe.Augmentation", settings);
    }

    [Fact]
    public void Of_EachKindOfScheduleAndOptimizer_HasAllItsConstants()
    {
        foreach (Type schedule in Kinds(typeof(Schedule)))
        {
            AssertHasAll(schedule, Explained with { Schedule = (Schedule)MadeOf(schedule) });
        }

        foreach (Type optimizer in Kinds(typeof(OptimizerSettings)))
        {
            AssertHasAll(optimizer, Explained with { Optimizer = (OptimizerSettings)MadeOf(optimizer) });
        }
    }

    [Fact]
    public void Of_ARecipe_HasItsValuesInWords()
    {
        var settings = RecipeExplanation.Of(Explained).ToDictionary(setting => setting.Name);

        Assert.Equal("15", settings["Recipe.Epochs"].Value);
        Assert.Equal("5", settings["Recipe.MaxGradientNorm"].Value);
        Assert.Equal("12", settings["Augmentation.Rotation"].Value);
        Assert.Equal("0.3", settings["OneCycle.Warmup"].Value);
        Assert.Equal("AdamW", settings["Recipe.Optimizer"].Value);
        Assert.Equal("0.00000001", settings["AdamW.Epsilon"].Value);
        Assert.Equal("off", RecipeExplanation.Of(Recipes.Quick).Single(setting => setting.Name == "Augmentation.Shift").Value);
        Assert.All(settings.Values, setting => Assert.True(setting.Meaning.Length > 0 && setting.Why.Length > 0 && setting.Value.Length > 0, setting.Name));
    }

    [Fact]
    public void TeraFlops_ByHand_IsThreeWaysForEachPictureOfEachEpoch() =>
        Assert.Equal(3 * 2e6 * 50_000 * 10 / 1e12, TrainingCost.TeraFlops(2_000_000, 50_000, 10), 12);

    [Fact]
    public void NetworkOf_ARecipeWithNonDigits_HasElevenAnswers()
    {
        Assert.Equal(10, RecipeExplanation.NetworkOf(Explained).Output.Channels);
        Assert.Equal(11, RecipeExplanation.NetworkOf(Explained with { NonDigitShare = 0.2 }).Output.Channels);
    }

    [Fact]
    public void TeraFlops_WithNonDigits_CountsThemToo() =>
        Assert.Equal(1.2 * TrainingCost.TeraFlops(1000, 100, 3), TrainingCost.TeraFlops(1000, 100, 3, nonDigitShare: 0.2), 15);

    private static void AssertHasAll(Type kind, Recipe recipe)
    {
        string[] names = [.. RecipeExplanation.Of(recipe).Select(setting => setting.Name)];
        Assert.All(SettingsOf(kind), name => Assert.Contains(name, names));
    }

    private static object MadeOf(Type kind)
    {
        ConstructorInfo constructor = kind.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Activator.CreateInstance(p.ParameterType))]);
    }

    // A property that is a record of settings itself stands for that record's properties; an abstract one for those of all its kinds.
    private static IEnumerable<string> SettingsOf(Type record) => record
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .SelectMany(property => Records(property.PropertyType) is { Length: > 0 } records
            ? records.SelectMany(SettingsOf)
            : [$"{record.Name}.{property.Name}"]);

    private static Type[] Records(Type type)
    {
        Type element = type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        return element.IsEnum || element.Namespace?.StartsWith(typeof(Recipe).Namespace!, StringComparison.Ordinal) != true || element == typeof(Recipe) ? []
            : element.IsAbstract ? Kinds(element)
            : [element];
    }

    private static Type[] Kinds(Type type) => [.. type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type))];
}
