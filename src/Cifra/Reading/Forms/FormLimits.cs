namespace Cifra.Reading.Forms;

/// <summary>What a template may ask for.</summary>
internal static class FormLimits
{
    /// <summary>Bytes of a template's file.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>How deep its JSON is nested.</summary>
    public const int Deepest = 8;

    /// <summary>Fields.</summary>
    public const int MostFields = 500;

    /// <summary>Cells of all fields.</summary>
    public const int MostCells = 5000;

    /// <summary>Marks, lines and rules, of each so many.</summary>
    public const int MostParts = 1000;

    /// <summary>Symbols of a name, a grammar or a rule.</summary>
    public const int LongestText = 1000;

    /// <summary>Width or height of a page in its unit.</summary>
    public const double LargestPage = 1e6;
}
