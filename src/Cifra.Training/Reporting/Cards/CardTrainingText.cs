using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cifra.Reporting.Cards;

/// <summary>The part of a model's card that says where the network comes from: data, seed, command, and every setting of its recipe.</summary>
internal static class CardTrainingText
{
    public static void Write(StringBuilder text, JsonElement training)
    {
        ModelCardText.Line(text, "## Where it comes from", "", "| | |", "|---|---|");
        ModelCardText.Row(text, "Data", $"`{ModelCardText.Text(training, "data")}`: {CardFigure.Count(training.GetProperty("trainImages"))} "
            + "pictures to learn from, "
            + $"{CardFigure.Count(training.GetProperty("validationImages"))} held out");
        if (ModelCardText.Text(training, "dataDigest") is { Length: > 0 } digest)
        {
            ModelCardText.Row(text, "SHA-256 of pictures and labels", $"`{digest}`");
        }

        ModelCardText.Row(text, "Recipe", $"`{ModelCardText.Text(training, "recipe")}`");
        if (ModelCardText.Text(training, "teacher") is { Length: > 0 } teacher)
        {
            ModelCardText.Row(text, "Taught by", $"`{teacher}`");
        }

        ModelCardText.Row(text, "Seed", training.GetProperty("seed").GetRawText());
        ModelCardText.Row(text, "Command", $"`{ModelCardText.Text(training, "command")}`");
        if (training.GetProperty("epochs").GetInt32() > 0)
        {
            ModelCardText.Row(
                text, "Epochs", $"{CardFigure.Count(training.GetProperty("epochs"))}, in {CardFigure.Fixed(training.GetProperty("seconds"), 0)} s");
        }

        ModelCardText.Line(text, "");
        JsonElement settings = training.GetProperty("settings");
        if (settings.GetArrayLength() == 0)
        {
            ModelCardText.Line(text, "The recipe is none that this version knows; its settings are not told.", "");
        }

        foreach (JsonElement recipe in settings.EnumerateArray())
        {
            ModelCardText.Line(
                text, $"Every setting of the recipe `{ModelCardText.Text(recipe, "name")}` as this version has it, where the command does not say otherwise:",
                "");
            WriteDifference(text, training.GetProperty("epochs").GetInt32(), recipe.GetProperty("epochs").GetInt32());
            ModelCardText.Table(text, "setting", "value");
            foreach ((string name, string value) in Leaves("", recipe))
            {
                ModelCardText.Row(text, name, value);
            }

            ModelCardText.Line(text, "");
        }
    }

    // A recipe may have changed since; its epochs are the one setting that a trained network tells of.
    private static void WriteDifference(StringBuilder text, int trained, int inRecipe)
    {
        if (trained > 0 && trained != inRecipe)
        {
            ModelCardText.Line(text, string.Create(
                CultureInfo.InvariantCulture,
                $"**This network was trained for {trained} epochs, not {inRecipe}: by other options, or by the recipe of an older version, "
                + $"whose other settings may differ too.**"), "");
        }
    }

    // "optimizer.beta1": the path to each value that is no object.
    private static IEnumerable<(string Name, string Value)> Leaves(string path, JsonElement json) => json.EnumerateObject().SelectMany(field =>
        field.Value.ValueKind == JsonValueKind.Object
            ? Leaves($"{path}{field.Name}.", field.Value)
            : [(path + field.Name, field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText())]);
}
