using System.Globalization;
using System.Text.Json;
using Cifra.Network;
using Cifra.Reading.Output;
using Cifra.Training;
using Cifra.Training.Explanations;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra train --recipe NAME --explain</c>: the recipe in words, its network, and what it costs. Trains nothing.</summary>
internal static class TrainExplain
{
    private const int MnistImages = 60_000;
    private const int NameWidth = 32;
    private const string Off = "off";

    /// <param name="recipe">The recipe, with what the caller changed in it.</param>
    /// <param name="held">MNIST pictures that are held out, 0 to 60,000.</param>
    /// <param name="asJson">For machines.</param>
    /// <param name="output">Receives it.</param>
    public static int Run(Recipe recipe, int held, bool asJson, TextWriter output)
    {
        if (held is < 0 or >= MnistImages)
        {
            throw new UsageException($"--validation takes 0 to {MnistImages - 1} of mnist's {MnistImages} pictures; got {held}.");
        }

        NeuralNetwork network = RecipeExplanation.NetworkOf(recipe);
        int images = MnistImages - held;
        double cost = TrainingCost.TeraFlops(network.Flops, images, recipe.Epochs, recipe.NonDigitShare);
        if (asJson)
        {
            JsonLine.Write(output, json => WriteJson(json, recipe, network, images, cost));
            return ExitCodes.Done;
        }

        output.WriteLine($"recipe {recipe.Name}");
        output.WriteLine();
        foreach (ExplainedSetting setting in RecipeExplanation.Of(recipe))
        {
            output.WriteLine($"{setting.Name.PadRight(NameWidth)}{setting.Value}{(setting.Unit.Length > 0 && setting.Value != Off ? $" {setting.Unit}" : "")}");
            output.WriteLine($"    {setting.Meaning} {setting.Why}{(setting.Source.Length > 0 ? $" [{setting.Source}]" : "")}");
        }

        output.WriteLine();
        output.Write(NetworkSummary.Text(network));
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one training: {cost:N1} TFLOP = 3 (forward, and back twice that) x {network.Flops / 1e6:F3} MFLOP x {images:N0} pictures of mnist x {recipe.Epochs} epochs"
            + $"{(recipe.NonDigitShare > 0 ? string.Create(CultureInfo.InvariantCulture, $" x {1 + recipe.NonDigitShare:0.##} for what is no digit") : "")}"
            + $"{(recipe.TeacherShare > 0 ? "; its teacher comes on top" : "")}"));
        return ExitCodes.Done;
    }

    /// <summary>The same for an ensemble: its members, and each recipe among them.</summary>
    /// <param name="ensemble">What it is made of.</param>
    /// <param name="held">MNIST pictures that are held out, 0 to 60,000.</param>
    /// <param name="asJson">For machines: a line a recipe.</param>
    /// <param name="output">Receives it.</param>
    public static int Run(EnsembleRecipe ensemble, int held, bool asJson, TextWriter output)
    {
        if (!asJson)
        {
            output.WriteLine($"ensemble {ensemble.Name}: the mean of what its networks say, all at one temperature fitted on the held-out pictures");
        }

        foreach (EnsembleMembers members in ensemble.Members)
        {
            if (!asJson)
            {
                output.WriteLine();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{members.Seeds} networks, one seed each, of"));
            }

            Run(Recipes.All[members.Recipe], held, asJson, output);
        }

        return ExitCodes.Done;
    }

    private static void WriteJson(Utf8JsonWriter json, Recipe recipe, NeuralNetwork network, int images, double cost)
    {
        json.WriteString("recipe", recipe.Name);
        json.WriteStartArray("settings");
        foreach (ExplainedSetting setting in RecipeExplanation.Of(recipe))
        {
            json.WriteStartObject();
            json.WriteString("name", setting.Name);
            json.WriteString("value", setting.Value);
            json.WriteString("unit", setting.Unit);
            json.WriteString("meaning", setting.Meaning);
            json.WriteString("why", setting.Why);
            json.WriteString("source", setting.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        LayersJson.Write(json, network);
        json.WriteNumber("parameters", NetworkSummary.Rows(network).Sum(row => row.Parameters));
        json.WriteNumber("flops", network.Flops);
        json.WriteNumber("images", images);
        json.WriteNumber("epochs", recipe.Epochs);
        json.WriteNumber("teraFlops", cost);
    }
}
