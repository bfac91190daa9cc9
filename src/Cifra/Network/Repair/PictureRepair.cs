using Cifra.Imaging;
using Cifra.Imaging.Repair;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Network.Repair;

/// <summary>Repairs damaged 28x28 pictures before a network reads them.</summary>
/// <remarks>
/// Whether a picture needs repair, its form says (<see cref="PictureForm"/>): a clean one is never touched. What the damage is, nobody says. So every repair is tried, and
/// the network's own evidence chooses: the probability that the picture shows a digit, and which. A repaired picture takes the place of the picture as it was only where
/// the odds of that are much better. The result depends on the picture and the network alone.
/// </remarks>
internal sealed class PictureRepair
{
    private const int PicturesOfBatch = 512;

    private readonly DigitClassifier _judge;
    private readonly Workers _workers;
    private readonly RepairOptions _options;

    /// <summary>Repairs for a network.</summary>
    /// <param name="reader">What reads the pictures afterwards. Where it cannot tell what is no digit, the shipped network for MNIST judges in its place.</param>
    /// <param name="threads">Threads that prepare pictures, 1 or more; the result does not depend on them.</param>
    /// <param name="options">The numbers to go by; null for the usual.</param>
    public PictureRepair(DigitClassifier reader, int threads, RepairOptions? options = null)
    {
        _judge = reader.KnowsNonDigits ? reader : Pretrained.Load(Pretrained.MnistName, threads);
        _workers = new Workers(threads);
        _options = options ?? RepairOptions.Default;
    }

    /// <summary>Repairs pictures in place.</summary>
    /// <param name="pixels">[N x 784] bright ink on black.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>[N] the steps that each picture was repaired by; none for a picture that is as it was.</returns>
    public IReadOnlyList<RepairStep>[] Repair(byte[] pixels, CancellationToken cancellation = default)
    {
        int count = pixels.Length / DigitInput.Size;
        var conditions = new PictureCondition[count];
        _workers.For(count, (i, _) => conditions[i] = Condition(Picture(pixels, i)));
        var steps = new IReadOnlyList<RepairStep>[count];
        Array.Fill(steps, []);
        foreach (int[] batch in Enumerable.Range(0, count).Where(i => conditions[i] != PictureCondition.Clean).Chunk(PicturesOfBatch))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (Attempt done in Attempts(batch, pixels, conditions))
            {
                done.Best.Pixels.CopyTo(pixels.AsSpan(done.Index * DigitInput.Size));
                steps[done.Index] = done.Steps;
            }
        }

        return steps;
    }

    /// <summary>How likely a picture needs repair, by its form.</summary>
    internal PictureCondition Condition(GrayImage picture)
    {
        PictureForm form = PictureForm.Of(picture, _options);
        return form.Within(_options.Clean) ? PictureCondition.Clean
            : form.Within(_options.Damaged) ? PictureCondition.Doubtful
            : PictureCondition.Damaged;
    }

    // Those pictures of a batch that a repair makes better.
    private IEnumerable<Attempt> Attempts(int[] batch, byte[] pixels, PictureCondition[] conditions)
    {
        Attempt[] all = [.. batch.Select(i => new Attempt(i, Picture(pixels, i)))];
        double[] evidence = Evidence([.. all.Select(attempt => attempt.Best)]);
        for (int i = 0; i < all.Length; i++)
        {
            all[i].Start(evidence[i]);
        }

        Attempt[] open = [.. all.Where(attempt => attempt.Evidence < (conditions[attempt.Index] == PictureCondition.Damaged ? _options.Sure : _options.SureEnough))];
        Attempt[] pending = open;
        for (int round = 0; round < _options.Rounds; round++)
        {
            foreach (Attempt attempt in pending)
            {
                attempt.NextRound();
            }

            foreach (IReadOnlyList<IReadOnlyList<RepairStep>> repairs in new[] { Repairs.Simple, Repairs.Combined })
            {
                Try(pending, repairs);
                pending = [.. pending.Where(attempt => attempt.Evidence < _options.Repaired)];
            }
        }

        return open.Where(attempt => attempt.Gain >= _options.LeastGain);
    }

    private void Try(Attempt[] pending, IReadOnlyList<IReadOnlyList<RepairStep>> repairs)
    {
        var repaired = new GrayImage?[pending.Length * repairs.Count];
        _workers.For(repaired.Length, (i, _) => repaired[i] = Repairs.Apply(pending[i / repairs.Count].Base, repairs[i % repairs.Count], _options));
        int[] made = [.. Enumerable.Range(0, repaired.Length).Where(i => repaired[i] is not null)];
        double[] evidence = Evidence([.. made.Select(i => repaired[i]!)]);
        for (int i = 0; i < made.Length; i++)
        {
            pending[made[i] / repairs.Count].Offer(repaired[made[i]]!, evidence[i], repairs[made[i] % repairs.Count]);
        }
    }

    // The probability that each picture shows a digit, and the one read.
    private double[] Evidence(GrayImage[] pictures)
    {
        byte[] pixels = new byte[pictures.Length * DigitInput.Size];
        for (int i = 0; i < pictures.Length; i++)
        {
            pictures[i].Pixels.CopyTo(pixels.AsSpan(i * DigitInput.Size));
        }

        float[] probabilities = new float[pictures.Length * DigitClassifier.Classes];
        float[] notADigit = new float[pictures.Length];
        _judge.Probabilities(pixels, probabilities, notADigit);
        return
        [
            .. notADigit.Select((none, i) =>
                (double)probabilities.AsSpan(i * DigitClassifier.Classes, DigitClassifier.Classes).ToArray().Max() * (1 - none)),
        ];
    }

    private static GrayImage Picture(byte[] pixels, int index) =>
        new(DigitInput.Side, DigitInput.Side, pixels.AsSpan(index * DigitInput.Size, DigitInput.Size).ToArray());

    /// <summary>The best that was made of one picture so far.</summary>
    private sealed class Attempt(int index, GrayImage picture)
    {
        private const double MostEvidence = 1 - 1e-6; // single precision tells no more

        private IReadOnlyList<RepairStep> _stepsOfBase = [];
        private double _before;

        public int Index => index;

        public GrayImage Base { get; private set; } = picture;

        public GrayImage Best { get; private set; } = picture;

        public double Evidence { get; private set; }

        public IReadOnlyList<RepairStep> Steps { get; private set; } = [];

        /// <summary>How many times the odds have grown; 1 where the picture as it was is the best.</summary>
        public double Gain => Odds(Evidence) / Odds(_before);

        public void Start(double evidence) => _before = Evidence = evidence;

        public void NextRound() => (Base, _stepsOfBase) = (Best, Steps);

        public void Offer(GrayImage picture, double evidence, IReadOnlyList<RepairStep> steps)
        {
            if (evidence > Evidence)
            {
                (Best, Evidence, Steps) = (picture, evidence, [.. _stepsOfBase, .. steps]);
            }
        }

        private static double Odds(double evidence)
        {
            double bounded = Math.Clamp(evidence, 1 - MostEvidence, MostEvidence);
            return bounded / (1 - bounded);
        }
    }
}
