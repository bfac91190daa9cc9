using Cifra.Data;
using Cifra.Data.Mnist;
using Cifra.Network;
using Cifra.Reporting;
using Cifra.Training;
using Cifra.Training.Explanations;

namespace Cifra.Cli.Protocol;

/// <summary>What several trainings of one recipe reach: the honest figures, and beside them those that are chosen on the test pictures.</summary>
internal sealed class SeedSummary
{
    /// <param name="seeds">One training or more, of one recipe, each with another seed, all measured on the same pictures.</param>
    public SeedSummary(IReadOnlyList<SeedResult> seeds)
    {
        Seeds = seeds;
        LastEpoch = Spread.Of([.. seeds.Select(seed => seed.Report.Accuracy)]);
        Loss = Spread.Of([.. seeds.Select(seed => seed.Report.Loss)]);
        CalibrationError = Spread.Of([.. seeds.Select(seed => seed.Report.Calibration.ExpectedError)]);
        Corrected = seeds[0].Report.Corrected is null ? null : Spread.Of([.. seeds.Select(seed => seed.Report.Corrected!.Accuracy)]);
        OfViews = seeds.All(seed => seed.OfViews is not null) ? Spread.Of([.. seeds.Select(seed => seed.OfViews!.Value)]) : null;
        Misread = AllMisread(seeds);
    }

    /// <summary>The trainings.</summary>
    public IReadOnlyList<SeedResult> Seeds { get; }

    /// <summary>The first, for what all have in common.</summary>
    public SeedResult First => Seeds[0];

    /// <summary>Accuracy of the last epochs, 0..1: the figure to report.</summary>
    public Spread LastEpoch { get; }

    /// <summary>Accuracy of the last epochs when nine views of every picture are averaged, 0..1; null where that was not asked for.</summary>
    public Spread? OfViews { get; }

    /// <summary>Mean cross-entropy.</summary>
    public Spread Loss { get; }

    /// <summary>Expected calibration error, 0..1.</summary>
    public Spread CalibrationError { get; }

    /// <summary>Accuracy on corrected labels, 0..1; null where the pictures have none.</summary>
    public Spread? Corrected { get; }

    /// <summary>Mean time of a training.</summary>
    public double Seconds => Seeds.Average(seed => seed.Seconds);

    /// <summary>Operations of one training, in units of 10¹²; of a named ensemble those of all its trainings. A teacher's are not counted.</summary>
    public double TeraFlops => Recipes.Ensembles.TryGetValue(First.Card.Recipe, out EnsembleRecipe? ensemble)
        ? ensemble.Members.Sum(member => member.Seeds * CostOf(Recipes.All[member.Recipe]))
        : TrainingCost.TeraFlops(
            First.Flops, First.Card.TrainImages, First.Epochs, Recipes.All.TryGetValue(First.Card.Recipe, out Recipe? recipe) ? recipe.NonDigitShare : 0);

    /// <summary>Mean over the trainings of each one's best epoch, chosen on the test pictures; null where a training did not watch them.</summary>
    public double? BestEpochMean => Seeds.All(seed => seed.BestEpoch is not null) ? Seeds.Average(seed => seed.BestEpoch!.WatchedAccuracy) : null;

    /// <summary>The training whose last epoch reads the test pictures best. Chosen on them.</summary>
    public SeedResult BestSeed => Seeds.MaxBy(seed => seed.Report.Accuracy)!;

    /// <summary>The best epoch of all trainings; null as <see cref="BestEpochMean"/>. Chosen on the test pictures.</summary>
    public (SeedResult Seed, EpochRecord Epoch)? BestOfAll => BestEpochMean is null
        ? null
        : Seeds.Select(seed => (seed, seed.BestEpoch!)).MaxBy(best => best.Item2.WatchedAccuracy);

    /// <summary>The pictures that every training reads wrong, in the set's order.</summary>
    public IReadOnlyList<MisreadImage> Misread { get; }

    private double CostOf(Recipe recipe) =>
        TrainingCost.TeraFlops(RecipeExplanation.NetworkOf(recipe).Flops, First.Card.TrainImages, recipe.Epochs, recipe.NonDigitShare);

    private static MisreadImage[] AllMisread(IReadOnlyList<SeedResult> seeds)
    {
        DigitSet set = seeds[0].Report.Predictions.Set;
        HashSet<int> doubtful = seeds[0].Report.Corrected is null ? [] : [.. CorrectedLabels.All.Select(label => label.Index)];
        return
        [
            .. Enumerable.Range(0, set.Count)
                .Where(i => seeds.All(seed => seed.Report.Predictions.Read[i] != set.Labels[i]))
                .Select(i => new MisreadImage(i, Commonest(seeds, i), doubtful.Contains(i))),
        ];
    }

    private static int[] Commonest(IReadOnlyList<SeedResult> seeds, int index) =>
    [
        .. seeds.GroupBy(seed => (int)seed.Report.Predictions.Read[index])
            .OrderByDescending(read => read.Count()).ThenBy(read => read.Key)
            .Select(read => read.Key),
    ];
}
