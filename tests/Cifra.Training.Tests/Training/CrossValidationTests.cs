using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class CrossValidationTests
{
    private static readonly Recipe Short = Recipes.Quick with { Name = "short", Epochs = 1 };

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Assign_AnyFolds_DealsEachClassEvenly(int folds)
    {
        DigitSet set = DrawnDigits.Create(500, seed: 3);

        int[] fold = StratifiedFolds.Assign(set.Labels, folds, seed: 5);

        byte[] labels = set.Labels.ToArray();
        ExpectEven(fold, folds);
        for (int label = 0; label < 10; label++)
        {
            ExpectEven([.. fold.Where((_, i) => labels[i] == label)], folds);
        }

        Assert.Equal(fold, StratifiedFolds.Assign(set.Labels, folds, seed: 5));
        Assert.NotEqual(fold, StratifiedFolds.Assign(set.Labels, folds, seed: 6));
    }

    // The law: of labels that were made wrong on purpose at least four of five are found, and nearly all that is listed are they.
    [Fact]
    public void Probabilities_OnePercentOfLabelsFlipped_AreMostlyFound()
    {
        (DigitSet set, HashSet<int> flipped) = Flipped(DrawnDigits.Create(3000, seed: 21), 30);

        float[] probabilities = CrossValidation.Probabilities(
            Recipes.Quick with { Epochs = 3 }, set, new CrossValidationOptions { Folds = 3, Threads = 2 }, TestContext.Current.CancellationToken);

        var issues = new LabelIssues(new Predictions(set, probabilities));
        int found = issues.Issues.Count(issue => flipped.Contains(issue.Index));
        string what = $"found {found} of 30 by {issues.Issues.Count} issues, {issues.EstimatedErrors:F1} estimated";
        Assert.True(found >= 24, what);
        Assert.True(found >= 0.9 * issues.Issues.Count, what);
        Assert.InRange(issues.EstimatedErrors, 20, 40);
    }

    [Fact]
    public void Probabilities_StoppedAndResumed_AreTheSameBits()
    {
        using var folder = new TempFolder();
        DigitSet set = DrawnDigits.Create(300, seed: 22);
        float[] expected = CrossValidation.Probabilities(Short, set, new CrossValidationOptions { Folds = 2 }, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var options = new CrossValidationOptions { Folds = 2, Folder = folder.At("folds"), CheckpointInterval = TimeSpan.Zero };

        // stopped as the second fold begins: its training takes one step and leaves a checkpoint
        Assert.Throws<OperationCanceledException>(() => CrossValidation.Probabilities(Short, set, options with { Progress = StopAtSecond }, stop.Token));
        Assert.True(File.Exists(folder.At("folds/fold-1-of-2.safetensors")));
        Assert.True(File.Exists(folder.At("folds/fold-2-of-2.safetensors.checkpoint")));
        int trained = 0;
        float[] actual = CrossValidation.Probabilities(
            Short, set, options with { Progress = (fold, progress) => trained += progress is not null && fold == 1 ? 1 : 0 }, TestContext.Current.CancellationToken);

        Assert.Equal(0, trained); // the first fold was done
        Assert.Equal(expected, actual);
        Assert.False(File.Exists(folder.At("folds/fold-2-of-2.safetensors.checkpoint")));

        void StopAtSecond(int fold, TrainingProgress? progress)
        {
            if (fold == 2)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void Probabilities_FolderOfAnotherSet_IsRefused()
    {
        using var folder = new TempFolder();
        var options = new CrossValidationOptions { Folds = 2, Folder = folder.At("folds") };
        CrossValidation.Probabilities(Short, DrawnDigits.Create(100, seed: 1), options, TestContext.Current.CancellationToken);

        ForeignCheckpointException error = Assert.Throws<ForeignCheckpointException>(
            () => CrossValidation.Probabilities(Short, DrawnDigits.Create(100, seed: 2), options, TestContext.Current.CancellationToken));

        Assert.Contains("fold-1-of-2.safetensors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_OneFold_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () =>
            CrossValidation.Probabilities(
                Short, DrawnDigits.Create(20, seed: 1), new CrossValidationOptions { Folds = 1 }, TestContext.Current.CancellationToken));

    private static (DigitSet Set, HashSet<int> Flipped) Flipped(DigitSet set, int count)
    {
        var random = new SeededRandom(77);
        byte[] labels = set.Labels.ToArray();
        var flipped = new HashSet<int>();
        while (flipped.Count < count)
        {
            int index = random.Next(set.Count);
            if (flipped.Add(index))
            {
                labels[index] = (byte)((labels[index] + 1 + random.Next(9)) % 10);
            }
        }

        return (new DigitSet("flipped", set.AllPixels.ToArray(), labels), flipped);
    }

    private static void ExpectEven(int[] fold, int folds)
    {
        int[] counts = [.. Enumerable.Range(0, folds).Select(f => fold.Count(one => one == f))];
        Assert.InRange(counts.Max() - counts.Min(), 0, 1);
    }
}
