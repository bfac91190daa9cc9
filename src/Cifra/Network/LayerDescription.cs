using System.Globalization;
using System.Text.Json.Serialization;

namespace Cifra.Network;

/// <summary>A layer as data: its kind, and its settings by name. A network file is made of these and of numbers.</summary>
/// <param name="Kind">"convolution", "dense", …: a kind of the <see cref="LayerCatalog"/>.</param>
/// <param name="Settings">Numbers such as "outputs" = 32.</param>
[method: JsonConstructor]
public sealed record LayerDescription(
    [property: JsonRequired] string Kind, [property: JsonRequired] IReadOnlyDictionary<string, double> Settings)
{
    /// <summary>A layer without settings.</summary>
    public LayerDescription(string kind)
        : this(kind, new Dictionary<string, double>())
    {
    }

    /// <summary>Same kind, and the same settings.</summary>
    public bool Equals(LayerDescription? other) =>
        other is not null && Kind == other.Kind && Settings.Count == other.Settings.Count
        && Settings.All(setting => other.Settings.TryGetValue(setting.Key, out double value) && value == setting.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Settings.Count);

    /// <summary>«convolution inputs=1 outputs=16 height=3 width=3».</summary>
    public override string ToString() => string.Join(
        ' ', Settings.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}={s.Value}")).Prepend(Kind));

    /// <summary>A whole number among the settings.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="least">The smallest that is taken.</param>
    /// <param name="most">The largest.</param>
    /// <exception cref="InvalidDataException">It is missing, not whole, or outside the range.</exception>
    public int Whole(string name, int least, int most)
    {
        double value = Number(name, least, most);
        return value == Math.Floor(value)
            ? (int)value
            : throw new InvalidDataException($"layer {Kind}: setting {name}: expected a whole number, found {value.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>A number among the settings.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="least">The smallest that is taken.</param>
    /// <param name="most">The largest.</param>
    /// <exception cref="InvalidDataException">It is missing, no number, or outside the range.</exception>
    public double Number(string name, double least, double most)
    {
        string range = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        if (!Settings.TryGetValue(name, out double value))
        {
            throw new InvalidDataException($"layer {Kind}: setting {name}: expected {range}, found nothing.");
        }

        return value >= least && value <= most
            ? value
            : throw new InvalidDataException($"layer {Kind}: setting {name}: expected {range}, found {value.ToString(CultureInfo.InvariantCulture)}.");
    }
}
