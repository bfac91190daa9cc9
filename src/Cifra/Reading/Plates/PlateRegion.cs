using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Plates;

/// <summary>The forms that plates of a region have, which of them a text has, and how likely that makes it.</summary>
internal sealed class PlateRegion
{
    private const int MostNamed = 4;
    private const double Uncommon = 0.25; // weight of a text that the region admits and no form known here has, beside 1 for one that has
    private const double Foreign = 0.05;  // the same of one that the region does not admit

    private readonly Grammar _all;
    private readonly (string Region, Grammar Grammar)[] _forms;

    /// <summary>The forms of a region.</summary>
    /// <param name="region">A key of <see cref="PlateFormat.All"/>, "eu" for all of Europe; null for any plate at all.</param>
    /// <exception cref="ArgumentException">The region is not known; the message names those that are.</exception>
    public PlateRegion(string? region)
    {
        _all = Grammar.Plate(region);
        Name = region;
        _forms = [.. PlateFormat.FormsOf(region).Select(format => (format.Region, Grammar.Plate(format.Region)))];
        IsAmerican = region is not null && region.Split('-')[0] == "us";
        Decoder = PlateViews.Bound(_forms.Length > 0 ? Grammar.AnyOf([.. _forms.Select(form => form.Grammar)]) : _all);
    }

    /// <summary>The region that was asked for; null for any.</summary>
    public string? Name { get; }

    /// <summary>Whether plates are twice as wide as high.</summary>
    public bool IsAmerican { get; }

    /// <summary>Finds texts that have one of the forms.</summary>
    public CtcDecoder Decoder { get; }

    /// <summary>Whether the region admits a text.</summary>
    public bool Accepts(string text) => _all.Accepts(text);

    /// <summary>How likely a text is before anything is seen, beside 1 for one of a known form.</summary>
    public double Weight(string text) => !Accepts(text) ? Foreign : Array.Exists(_forms, form => form.Grammar.Accepts(text)) ? 1 : Uncommon;

    /// <summary>The regions whose form a text has: "it", or "es/hu/se"; the region that was asked for where they are many, or none.</summary>
    public string? Of(string text)
    {
        string[] regions = [.. _forms.Where(form => form.Grammar.Accepts(text)).Select(form => form.Region).Distinct()];
        return regions.Length is > 0 and <= MostNamed ? string.Join('/', regions) : Name;
    }
}
