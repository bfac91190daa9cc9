namespace Cifra.Reading.Forms.Templates;

/// <summary>The largest template that is read; docs/limits.md lists the same numbers.</summary>
internal static class FormLimits
{
    /// <summary>Size of the file in bytes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Depth of the JSON.</summary>
    public const int Deepest = 8;

    /// <summary>Number of fields.</summary>
    public const int MostFields = 500;

    /// <summary>Number of cells of all fields together.</summary>
    public const int MostCells = 5000;

    /// <summary>Number of marks, of lines, and of rules.</summary>
    public const int MostParts = 1000;

    /// <summary>Characters of a name, a grammar or a rule.</summary>
    public const int LongestText = 1000;

    /// <summary>Width and height of the page in its unit.</summary>
    public const double LargestPage = 1e6;
}
