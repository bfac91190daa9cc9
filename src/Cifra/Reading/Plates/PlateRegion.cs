using Cifra.Reading.Grammars;

namespace Cifra.Reading.Plates;

/// <summary>The forms that plates of a region have, and which of them a text has.</summary>
internal sealed class PlateRegion
{
    private const int MostNamed = 4;

    private readonly Grammar _all;
    private readonly (string Region, Grammar Grammar)[] _each;

    /// <summary>The forms of a region.</summary>
    /// <param name="region">A key of <see cref="PlateFormat.All"/>, "eu" for all of Europe; null for any plate at all.</param>
    /// <exception cref="ArgumentException">The region is not known; the message names those that are.</exception>
    public PlateRegion(string? region)
    {
        _all = Grammar.Plate(region);
        Name = region;
        _each = [.. PlateFormat.Of(region).Select(format => (format.Region, PlateFormat.Find(format.Region)!))];
        IsAmerican = region is not null && region.Split('-')[0] == "us";
        IsBound = region is not null;
    }

    /// <summary>The region that was asked for; null for any.</summary>
    public string? Name { get; }

    /// <summary>Whether plates are twice as wide as high.</summary>
    public bool IsAmerican { get; }

    /// <summary>Whether a region was named.</summary>
    public bool IsBound { get; }

    /// <summary>Whether a text has one of the forms.</summary>
    public bool Accepts(string text) => _all.Accepts(text);

    /// <summary>The regions whose form a text has: "it", or "es/hu/se"; the region that was asked for where they are many, or none.</summary>
    public string? Of(string text)
    {
        string[] regions = [.. _each.Where(one => one.Grammar.Accepts(text)).Select(one => one.Region)];
        return regions.Length is > 0 and <= MostNamed ? string.Join('/', regions) : Name;
    }
}
