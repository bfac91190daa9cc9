using System.CommandLine;
using Cifra.Data;

namespace Cifra.Cli.Commands;

/// <summary>What <c>--neighbours</c> opens: the pictures that a network learned from.</summary>
internal static class TrainingPictures
{
    private const string None = "none";

    public static Option<string?> Option() => new("--neighbours")
    {
        Description = "Training pictures to show the nearest of beside each error: a data set, or none. Without it: what the network learned from, "
            + "or the set's own training part, where there is one.",
        HelpName = "SET",
    };

    /// <summary>Opens the set that was asked for, or finds one.</summary>
    /// <param name="asked">As the user gave it; null to find one.</param>
    /// <param name="card">What the network's card says that it learned from.</param>
    /// <param name="evaluated">What the network is measured on.</param>
    /// <param name="open">Opens the training part of a set.</param>
    /// <returns>Labelled pictures, or null where there are none.</returns>
    public static DigitSet? Open(string? asked, string card, DigitData evaluated, Func<string, DigitData> open)
    {
        if (asked is not null)
        {
            return asked == None ? null : open(asked).Train is { HasLabels: true, Count: > 0 } train
                ? train
                : throw new UsageException($"--neighbours takes pictures to learn from; {asked} has none with labels.");
        }

        // A card may name any path of the machine that it was made on; only the names that mean the same everywhere are followed.
        return (card is "mnist" or "drawn" ? Try(card, open) : null) ?? (evaluated.Test is null ? null : Try(evaluated.Name, open));
    }

    private static DigitSet? Try(string set, Func<string, DigitData> open)
    {
        try
        {
            return open(set).Train is { HasLabels: true, Count: > 0 } train ? train : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null; // nobody asked for it, and the page says that there are none
        }
    }
}
