using Cifra.Data;
using Cifra.Network.Digits;
using Cifra.Network.Repair;

namespace Cifra.Evaluation.Robustness;

/// <summary>Measures how well a network reads corrupted pictures.</summary>
public static class RobustnessTest
{
    private const long PickSeed = 1; // which pictures of a set: the same for every seed of the corruptions

    /// <summary>Corrupts pictures of a set in every way at every strength, and has the network read them.</summary>
    /// <param name="classifier">The network.</param>
    /// <param name="set">At least one picture, with labels.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <param name="progress">Hears what is being read.</param>
    /// <param name="cancellation">Stops between two strengths.</param>
    /// <exception cref="ArgumentException">The set has no pictures or no labels.</exception>
    public static RobustnessReport Run(
        DigitClassifier classifier, DigitSet set, RobustnessOptions? options = null, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(set);
        options ??= new RobustnessOptions();
        PictureRepair? repair = options.Repair && !options.PicturePath ? new PictureRepair(classifier, options.Threads) : null;
        return Run(
            pictures =>
            {
                byte[] pixels = pictures.AllPixels.ToArray();
                repair?.Repair(pixels, cancellation);
                float[] probabilities = new float[pictures.Count * DigitClassifier.Classes];
                classifier.Probabilities(pixels, probabilities, cancellation);
                return new Predictions(pictures, probabilities).Read.ToArray();
            },
            kind => TrainingExposure.Saw(classifier.Card, kind),
            set,
            options,
            progress,
            cancellation) with
        { Repaired = repair is not null };
    }

    /// <summary>The same for anything that reads digits.</summary>
    internal static RobustnessReport Run(
        Func<DigitSet, byte[]> read,
        Func<SeenBy, bool> saw,
        DigitSet set,
        RobustnessOptions options,
        Action<string>? progress,
        CancellationToken cancellation)
    {
        options.Check();
        if (set.Count == 0 || !set.HasLabels)
        {
            throw new ArgumentException($"{set.Name} has no labelled pictures to measure with.", nameof(set));
        }

        DigitSet pictures = options.Images < set.Count ? StratifiedSplit.Split(set, options.Images, PickSeed).Held : set;
        var painter = new CorruptionPainter(options);
        int[] hitsOfAll = new int[pictures.Count];
        int[] hitsOfUnseen = new int[pictures.Count];
        var curves = new List<CorruptionCurve>();
        foreach (Corruption corruption in Corruptions.All)
        {
            bool seen = saw(corruption.SeenBy);
            var points = new List<CorruptionPoint>();
            for (int strength = 1; strength <= Corruption.Strengths; strength++)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke($"{corruption.Name} {strength}");
                byte[] answers = read(painter.Paint(pictures, corruption, strength));
                int correct = Count(pictures, answers, hitsOfAll, seen ? [] : hitsOfUnseen);
                points.Add(new CorruptionPoint(strength, corruption.Dial[strength - 1], pictures.Count, correct));
            }

            curves.Add(new CorruptionCurve(corruption.Name, corruption.Unit, corruption.Meaning, corruption.SeenBy, seen, points));
        }

        int clean = Count(pictures, read(painter.Paint(pictures, null, 0)), [], []);
        return new RobustnessReport
        {
            PicturePath = options.PicturePath,
            Clean = new CorruptionPoint(0, 0, pictures.Count, clean),
            Curves = curves,
            Unseen = RobustnessMean.Of(hitsOfUnseen, curves.Count(curve => !curve.SeenInTraining)),
            All = RobustnessMean.Of(hitsOfAll, curves.Count)!,
        };
    }

    // How many were read right; and each of these once more in the tallies, picture by picture.
    private static int Count(DigitSet pictures, byte[] answers, Span<int> tally, Span<int> otherTally)
    {
        int correct = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            int hit = answers[i] == pictures.Labels[i] ? 1 : 0;
            correct += hit;
            if (!tally.IsEmpty)
            {
                tally[i] += hit;
            }

            if (!otherTally.IsEmpty)
            {
                otherTally[i] += hit;
            }
        }

        return correct;
    }
}
