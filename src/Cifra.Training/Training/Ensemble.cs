using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Training;

/// <summary>Puts trained networks together into one classifier.</summary>
public static class Ensemble
{
    /// <summary>Calibrates the networks together on pictures that none of them learned from, and writes the card of the whole.</summary>
    /// <param name="recipe">What the ensemble is made of.</param>
    /// <param name="members">The trained networks; their last layers change.</param>
    /// <param name="held">Labelled pictures that were held out from all of them; null leaves every network as it is.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    /// <param name="command">The command that the card names.</param>
    /// <exception cref="ArgumentException">There are no members, or they learned from different pictures.</exception>
    public static (IReadOnlyList<NeuralNetwork> Networks, ModelCard Card) Join(
        EnsembleRecipe recipe, IReadOnlyList<DigitClassifier> members, DigitSet? held, int threads, string command)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfZero(members.Count, nameof(members));
        ModelCard card = Card(recipe, [.. members.Select(member => member.Card)], command);
        NeuralNetwork[] networks = [.. members.SelectMany(member => member.Networks)];
        if (held is not null)
        {
            Temperature.Calibrate(networks, held, threads);
        }

        HeldOutScores? scores = held is null ? null : HeldOut.Measure(new DigitClassifier(networks, threads), held);
        return (networks, card with { HeldOut = scores });
    }

    /// <summary>Puts line networks together, fits the confidence of what they read together, and writes the card of the whole.</summary>
    /// <param name="recipe">What the ensemble is made of; each kind of member is a recipe for lines.</param>
    /// <param name="members">The trained networks.</param>
    /// <param name="held">Labelled pictures that were held out from all of them; null leaves the card without confidence and held-out scores.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    /// <param name="command">The command that the card names.</param>
    /// <param name="cancellation">Stops between two held-out lines.</param>
    /// <exception cref="ArgumentException">There are no members, they learned from different pictures, or the recipe is not one for lines.</exception>
    public static (IReadOnlyList<NeuralNetwork> Networks, ModelCard Card) Join(
        EnsembleRecipe recipe, IReadOnlyList<LineClassifier> members, DigitSet? held, int threads, string command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfZero(members.Count, nameof(members));
        LineSettings settings = Recipes.All[recipe.Members[0].Recipe].Lines ?? throw new ArgumentException(
            $"The recipe {recipe.Name} reads no lines.", nameof(recipe));
        ModelCard card = Card(recipe, [.. members.Select(member => member.Card)], command) with { Confidence = null, HeldOut = null };
        NeuralNetwork[] networks = [.. members.SelectMany(member => member.Networks)];
        return (networks, held is null ? card : HeldOutLines.Complete(networks, card, settings, held, HeldOutLineCounts.Default, threads, cancellation));
    }

    private static ModelCard Card(EnsembleRecipe recipe, ModelCard[] members, string command)
    {
        ModelCard first = members[0];
        return members.FirstOrDefault(member => member.DataDigest != first.DataDigest) is { } stranger
            ? throw new ArgumentException($"The networks learned from different pictures: \"{first.Command}\" and \"{stranger.Command}\".", nameof(members))
            : first with { Recipe = recipe.Name, Command = command, History = [] };
    }
}
