using System.Globalization;
using Cifra.Data;
using Cifra.Data.Mnist;
using Cifra.Evaluation;
using Cifra.Imaging.Repair;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Network.Repair;

namespace Cifra.Benchmarks.Repair;

/// <summary>Measures the repair on damaged training pictures of MNIST: before and after, and whether clean pictures stay as they are.</summary>
/// <remarks>
/// <c>-- repair [MODEL] [IMAGES]</c>. The pictures are from the last 10,000 of the training set. Leave one family out: two dials are chosen by all other
/// families, and the one left out is measured with them.
/// </remarks>
internal static class RepairFigures
{
    private const int First = 50_000;

    private static readonly RepairOptions[] Dials =
    [
        .. from sure in new[] { 0.9, 0.99 }
           from gain in new[] { 5.0, 20, 100, 500 }
           select RepairOptions.Default with { SureEnough = sure, LeastGain = gain },
    ];

    public static int Run(string model, int images, TextWriter output)
    {
        DigitSet train = MnistData.LoadTrain(MnistLocation.FromEnvironment());
        DigitClassifier network = Pretrained.Load(model, Environment.ProcessorCount);
        DigitSet set = train.Take([.. Enumerable.Range(First, images)], "train");
        var usual = new PictureRepair(network, Environment.ProcessorCount);
        int touched = usual.Repair(train.AllPixels.ToArray()).Count(steps => steps.Count > 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clean: {touched} of {train.Count} training pictures touched"));

        Damage[] damages = [.. Damage.Card, .. OwnDamages.All];
        double[][] byDials = [.. damages.Select(damage => Means(damage, set, network, output))];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"card {byDials[..Damage.Card.Count].Average(row => row[Usual]):F2}, own {byDials[Damage.Card.Count..].Average(row => row[Usual]):F2}"));
        WriteLeftOut(damages, byDials, output);
        StretchedFigures.Write(set, network, model, output);
        return 0;
    }

    private static int Usual => Array.FindIndex(
        Dials, dials => dials.SureEnough == RepairOptions.Default.SureEnough && dials.LeastGain == RepairOptions.Default.LeastGain);

    // The mean over the strengths, for each of the dials.
    private static double[] Means(Damage damage, DigitSet set, DigitClassifier network, TextWriter output)
    {
        double[] means = new double[Dials.Length];
        string line = "";
        double before = 0;
        for (int strength = 0; strength < damage.Dial.Count; strength++)
        {
            byte[] damaged = damage.Of(set.AllPixels, strength);
            double asIs = Accuracy(network, damaged, set);
            before += asIs / damage.Dial.Count;
            for (int d = 0; d < Dials.Length; d++)
            {
                byte[] pixels = [.. damaged];
                new PictureRepair(network, Environment.ProcessorCount, Dials[d]).Repair(pixels);
                double repaired = Accuracy(network, pixels, set);
                means[d] += repaired / damage.Dial.Count;
                line += d == Usual ? string.Create(CultureInfo.InvariantCulture, $" {asIs:F1}-{repaired:F1}") : "";
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{damage.Name,-12} {before,6:F2} -> {means[Usual],6:F2}  {line}"));
        return means;
    }

    private static void WriteLeftOut(Damage[] damages, double[][] byDials, TextWriter output)
    {
        output.WriteLine("left out: dials chosen by the other families (SureEnough, LeastGain), accuracy with them, and with the usual ones");
        for (int i = 0; i < damages.Length; i++)
        {
            int chosen = Enumerable.Range(0, Dials.Length).MaxBy(d => byDials.Where((_, other) => other != i).Sum(row => row[d]));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{damages[i].Name,-12} {Dials[chosen].SureEnough:F2} {Dials[chosen].LeastGain,4:F0}  {byDials[i][chosen],6:F2} {byDials[i][Usual],6:F2}"));
        }
    }

    private static double Accuracy(DigitClassifier network, byte[] pixels, DigitSet truth)
    {
        float[] probabilities = new float[truth.Count * DigitClassifier.Classes];
        network.Probabilities(pixels, probabilities);
        ReadOnlySpan<byte> read = new Predictions(truth, probabilities).Read;
        int right = 0;
        for (int i = 0; i < truth.Count; i++)
        {
            right += read[i] == truth.Labels[i] ? 1 : 0;
        }

        return 100.0 * right / truth.Count;
    }
}
