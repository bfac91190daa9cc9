namespace Cifra.Reporting;

/// <summary>Sorts values from nothing to the largest into nine levels of heat, for pages and terminals alike.</summary>
internal sealed class HeatScale
{
    /// <summary>The hottest level; 0 is nothing at all.</summary>
    public const int Hottest = 8;

    private readonly double _largest;

    /// <summary>A scale that ends at <paramref name="largest"/>, which may be 0 where there is no heat at all.</summary>
    public HeatScale(double largest)
    {
        Guard.InRange(largest, 0, double.MaxValue);
        _largest = largest;
    }

    /// <summary>0 for nothing, 1 for the smallest something, 8 for the largest and beyond; even steps between.</summary>
    public int Level(double value) =>
        value <= 0 || _largest <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(Hottest * value / _largest), 1, Hottest);
}
