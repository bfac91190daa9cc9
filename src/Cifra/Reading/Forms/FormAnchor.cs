namespace Cifra.Reading.Forms;

/// <summary>What a form is found by in a picture.</summary>
public enum FormAnchor
{
    /// <summary>Its corner marks.</summary>
    Marks,

    /// <summary>Its printed boxes, combs and grids.</summary>
    Structure,

    /// <summary>The page itself: the whole picture if it is a scan, the page's four corners in a photo.</summary>
    Page,
}
