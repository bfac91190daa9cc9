using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Plates;

/// <summary>The plate formats of a region: which of them a text has, and the prior weight that follows.</summary>
internal sealed class PlateRegion
{
    private readonly PlateDecisionOptions _options = PlateDecisionOptions.Default;
    private readonly Grammar _all;
    private readonly (string Region, Grammar Grammar)[] _formats;

    /// <summary>The formats of a region.</summary>
    /// <param name="region">A key of <see cref="PlateFormat.All"/>, "eu" for all of Europe; null for any plate at all.</param>
    /// <exception cref="ArgumentException">The region is not known; the message names those that are.</exception>
    public PlateRegion(string? region)
    {
        _all = Grammar.Plate(region);
        Name = region;
        _formats = [.. PlateFormat.FormsOf(region).Select(format => (format.Region, Grammar.Plate(format.Region)))];
        IsAmerican = region is not null && region.Split('-')[0] == "us";
        Decoder = PlateViews.Bound(_formats.Length > 0 ? Grammar.AnyOf([.. _formats.Select(format => format.Grammar)]) : _all);
    }

    /// <summary>The region that was asked for; null for any.</summary>
    public string? Name { get; }

    /// <summary>Whether plates are twice as wide as high.</summary>
    public bool IsAmerican { get; }

    /// <summary>Finds texts that have one of the formats.</summary>
    public CtcDecoder Decoder { get; }

    /// <summary>Whether the region admits a text.</summary>
    public bool Accepts(string text) => _all.Accepts(text);

    /// <summary>The prior weight of a text; 1 for a text of a known format.</summary>
    public double Weight(string text) => !Accepts(text) ? _options.ForeignTextWeight
        : Array.Exists(_formats, format => format.Grammar.Accepts(text)) ? 1
        : _options.UnknownFormatWeight;

    /// <summary>The regions whose format a text has: "it", or "es/hu/se". If there are many or none: the region that was asked for.</summary>
    public string? Of(string text)
    {
        string[] regions = [.. _formats.Where(format => format.Grammar.Accepts(text)).Select(format => format.Region).Distinct()];
        return regions.Length > 0 && regions.Length <= _options.MaxNamedRegions ? string.Join('/', regions) : Name;
    }
}
