using System.Text.Json.Serialization;

namespace Cifra.Training;

/// <summary>How the learning rate goes over a training, as a factor of its peak.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Constant), "constant")]
[JsonDerivedType(typeof(StepDecay), "step")]
[JsonDerivedType(typeof(Cosine), "cosine")]
[JsonDerivedType(typeof(OneCycle), "oneCycle")]
public abstract record Schedule
{
    private Schedule()
    {
    }

    /// <summary>The factor for a step.</summary>
    /// <param name="taken">Steps taken before: 0 for the first.</param>
    /// <param name="steps">Steps of the whole training.</param>
    /// <returns>0..1.</returns>
    public abstract double Factor(long taken, long steps);

    /// <summary>Refuses constants that give factors outside 0..1.</summary>
    internal virtual void Check()
    {
    }

    private static double CosineBetween(double from, double to, double fraction) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * fraction)) / 2);

    /// <summary>The peak throughout.</summary>
    public sealed record Constant : Schedule
    {
        /// <inheritdoc/>
        public override double Factor(long taken, long steps) => 1;
    }

    /// <summary>Falls by a factor at equal intervals.</summary>
    /// <param name="Intervals">Number of intervals that the training is cut into, 1 or more.</param>
    /// <param name="Decay">Factor from one to the next, above 0 up to 1.</param>
    public sealed record StepDecay(int Intervals, double Decay) : Schedule
    {
        /// <inheritdoc/>
        public override double Factor(long taken, long steps) => Math.Pow(Decay, Math.Floor((double)taken * Intervals / steps));

        internal override void Check()
        {
            Guard.InRange(Intervals, 1, 100_000);
            Guard.InRange(Decay, 1e-9, 1);
        }
    }

    /// <summary>Half a cosine from the peak down to <paramref name="Final"/> (Loshchilov and Hutter 2017, arXiv:1608.03983).</summary>
    /// <param name="Final">Factor at the end, 0..1.</param>
    public sealed record Cosine(double Final = 0) : Schedule
    {
        /// <inheritdoc/>
        public override double Factor(long taken, long steps) => CosineBetween(1, Final, steps > 1 ? (double)taken / (steps - 1) : 1);

        internal override void Check() => Guard.InRange(Final, 0, 1);
    }

    /// <summary>Up to the peak and down again, each by half a cosine (Smith and Topin 2018, arXiv:1708.07120).</summary>
    /// <param name="Warmup">Share of the steps that go up, 0..1.</param>
    /// <param name="Start">Factor at the first step.</param>
    /// <param name="Final">Factor at the last step.</param>
    public sealed record OneCycle(double Warmup = 0.3, double Start = 0.04, double Final = 4e-6) : Schedule
    {
        /// <inheritdoc/>
        public override double Factor(long taken, long steps)
        {
            double top = Warmup * (steps - 1);
            double last = steps - 1;
            return taken < top ? CosineBetween(Start, 1, taken / top)
                : last > top ? CosineBetween(1, Final, (taken - top) / (last - top))
                : 1;
        }

        internal override void Check()
        {
            Guard.InRange(Warmup, 0, 1);
            Guard.InRange(Start, 0, 1);
            Guard.InRange(Final, 0, 1);
        }
    }
}
