using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Steps;

namespace Cifra.Reading.Forms.Finding;

/// <summary>A form that was found in a picture, and the mesh of each of its fields.</summary>
internal sealed class FoundForm
{
    private readonly FormPlace _place;
    private readonly Stage _even;
    private readonly Dictionary<string, FieldMesh> _meshes;

    /// <summary>Finds the mesh of each field.</summary>
    /// <param name="template">The form.</param>
    /// <param name="place">Where its page lies in the picture of even light.</param>
    /// <param name="even">The picture of even light.</param>
    /// <param name="given">The original picture in grey, ink dark.</param>
    /// <param name="givenPerPixel">Pixels of the original picture per pixel of the picture of even light.</param>
    public FoundForm(FormTemplate template, FormPlace place, Stage even, PicturePyramid given, double givenPerPixel)
    {
        _place = place;
        _even = even;
        Given = given;
        _meshes = template.Fields.ToDictionary(field => field.Name, field => FieldMesh.Of(field, _place.ToPicture, _even.Picture).Moved(_even.ToGiven));
        double pixel = place.ToPicture.ScaleAt(new PicturePoint(template.Width / 2, template.Height / 2));
        Fit = new FormFit(template.Name, place.Found, place.Residual * givenPerPixel, place.Residual / pixel, place.By)
        {
            Outlines = [.. template.Fields.Select(field => new FieldOutline(field.Name, _meshes[field.Name].Lines()))],
            RowsOfGrids = template.Fields.Where(field => field.IsGrid && field.Cells == FormCells.Digit).SelectMany(field => field.ReportedNames).ToHashSet(),
        };
    }

    /// <summary>How well it fits.</summary>
    public FormFit Fit { get; }

    /// <summary>The original picture in grey, ink dark.</summary>
    public PicturePyramid Given { get; }

    /// <summary>Width of the original picture in pixels.</summary>
    public int Width => Given.Width;

    /// <summary>Height of the original picture in pixels.</summary>
    public int Height => Given.Height;

    /// <summary>Where a field's cells lie in the original picture.</summary>
    public FieldMesh Mesh(FormField field) => _meshes[field.Name];
}
