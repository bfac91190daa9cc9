namespace Cifra.Cli.Protocol;

/// <summary>Mean and standard deviation of a figure over several trainings.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The deviation of a sample (its sum of squares divided by one less than its count); null of a single figure, which has none.</param>
internal readonly record struct Spread(double Mean, double? Deviation)
{
    /// <summary>Of one figure or more.</summary>
    public static Spread Of(IReadOnlyList<double> figures)
    {
        double mean = figures.Average();
        return new Spread(mean, figures.Count < 2 ? null : Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1)));
    }
}
