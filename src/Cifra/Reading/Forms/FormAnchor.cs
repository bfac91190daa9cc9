namespace Cifra.Reading.Forms;

/// <summary>By what a form is found in a picture.</summary>
public enum FormAnchor
{
    /// <summary>Its corner marks.</summary>
    Marks,

    /// <summary>Its printed boxes, combs and grids.</summary>
    Structure,

    /// <summary>The page itself: the whole picture where it is a scan, the page's four corners in a photo.</summary>
    Page,
}
