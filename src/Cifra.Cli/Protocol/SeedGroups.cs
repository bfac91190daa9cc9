using Cifra.Network;

namespace Cifra.Cli.Protocol;

/// <summary>Sorts trained networks into rows of a table: the seeds of one recipe together.</summary>
internal static class SeedGroups
{
    /// <summary>The rows, in the order in which their first networks come; within a row by seed.</summary>
    /// <exception cref="UsageException">A row would count one seed twice.</exception>
    public static IReadOnlyList<SeedSummary> Of(IReadOnlyList<SeedResult> results)
    {
        var rows = new List<SeedSummary>();
        foreach (IGrouping<(string, int, long, int), SeedResult> group in results.GroupBy(Key))
        {
            SeedResult[] seeds = [.. group.OrderBy(result => result.Card.Seed)];
            for (int i = 1; i < seeds.Length; i++)
            {
                if (seeds[i].Card.Seed == seeds[i - 1].Card.Seed)
                {
                    throw new UsageException(
                        $"{seeds[i - 1].File} and {seeds[i].File} are both seed {seeds[i].Card.Seed} of {seeds[i].Card.Recipe}; a seed counts once.");
                }
            }

            rows.Add(new SeedSummary(seeds));
        }

        return rows;
    }

    // One name may stand for other settings in another year; such networks do not share a row.
    private static (string Recipe, int Epochs, long Flops, int Images) Key(SeedResult result)
    {
        ModelCard card = result.Card;
        return (card.Recipe, card.History.Count, result.Flops, card.TrainImages);
    }
}
