using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;
using Cifra.Network.Digits;

namespace Cifra.Cli.Protocol;

/// <summary>One trained network and how well it reads: that of its training's last epoch, as saved.</summary>
/// <param name="File">The model file.</param>
/// <param name="Card">Where it comes from.</param>
/// <param name="Parameters">Numbers that it learned; of an ensemble all its networks'.</param>
/// <param name="Flops">Operations for one picture; of an ensemble all its networks'.</param>
/// <param name="Report">How it reads the test pictures.</param>
internal sealed record SeedResult(string File, ModelCard Card, long Parameters, long Flops, EvaluationReport Report)
{
    /// <summary>Times through the training pictures.</summary>
    public int Epochs => Card.History.Count;

    /// <summary>The whole training's.</summary>
    public double Seconds => Card.History.Sum(epoch => epoch.Seconds);

    /// <summary>The epoch that read the test pictures best, the first of equals; null where they were not watched.</summary>
    public EpochRecord? BestEpoch => Card.History.Where(epoch => epoch.WatchedAccuracy is not null).MaxBy(epoch => epoch.WatchedAccuracy);

    /// <summary>Accuracy when nine views of every picture are averaged, 0..1; null where that was not asked for.</summary>
    public double? OfViews { get; init; }

    /// <summary>Opens a network and has it read a set.</summary>
    public static SeedResult Measure(string file, DigitSet test, string data, int threads, CancellationToken cancellation, bool views = false)
    {
        DigitClassifier classifier = CommonOptions.OpenModel(file, threads);
        return new SeedResult(
            file,
            classifier.Card,
            classifier.Networks.Sum(network => network.Parameters.Where(one => one.Parameter.Learned).Sum(one => (long)one.Parameter.Length)),
            classifier.Networks.Sum(network => network.Flops),
            Evaluator.Evaluate(classifier, test, data, cancellation: cancellation))
        {
            OfViews = views ? TestTimeAugmentation.Evaluate(classifier, new ShiftedViews(classifier), test, data, cancellation: cancellation).Accuracy : null,
        };
    }
}
