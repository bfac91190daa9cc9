using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>What is printed on a form: its lines, samples on them, and the boxes that the lines make; in the page's unit.</summary>
internal sealed class FormStructure
{
    /// <summary>Number of samples on all lines together, about: more make the alignment slower and hardly better. Set by hand; source not recorded.</summary>
    private const int Samples = 900;

    /// <summary>Least number of samples on a line, so that a short one counts too. Set by hand; source not recorded.</summary>
    private const int LeastSamples = 3;

    private FormStructure(FormTemplate template)
    {
        Page = Quadrilateral.OfSize(template.Width, template.Height);
        foreach (FormField field in template.Fields.Where(field => field.Lined))
        {
            AddField(field);
        }

        Lines.AddRange(template.Lines);
        double total = Lines.Sum(line => line.Length);
        foreach (FormLine line in Lines)
        {
            int count = Math.Max(LeastSamples, (int)(Samples * line.Length / total));
            for (int i = 0; i < count; i++)
            {
                Places.Add((line, line.From.Towards(line.To, (i + 0.5) / count)));
            }
        }
    }

    /// <summary>The page.</summary>
    public Quadrilateral Page { get; }

    /// <summary>The shortest side of a cell; infinite where the form has no lined field.</summary>
    public double ShortestSide { get; private set; } = double.PositiveInfinity;

    /// <summary>The lines of the lined fields, and those of the template that belong to no field.</summary>
    public List<FormLine> Lines { get; } = [];

    /// <summary>Samples: points on the lines, evenly spread along each.</summary>
    public List<(FormLine Line, PicturePoint Place)> Places { get; } = [];

    /// <summary>The outlines of the lined fields, and their cells.</summary>
    public List<(FormBox Box, bool IsCell)> Boxes { get; } = [];

    /// <summary>The structure of a form.</summary>
    public static FormStructure Of(FormTemplate template) => new(template);

    private void AddField(FormField field)
    {
        FormBox box = field.Box;
        Boxes.Add((box, false));
        double width = box.Width / field.Columns;
        double height = box.Height / field.Rows;
        ShortestSide = Math.Min(ShortestSide, Math.Min(width, height));
        for (int row = 0; row <= field.Rows; row++)
        {
            Lines.Add(new FormLine(box.X, box.Y + (row * height), box.Right, box.Y + (row * height)));
        }

        for (int column = 0; column <= field.Columns; column++)
        {
            Lines.Add(new FormLine(box.X + (column * width), box.Y, box.X + (column * width), box.Bottom));
        }

        for (int row = 0; row < field.Rows; row++)
        {
            for (int column = 0; column < field.Columns; column++)
            {
                Boxes.Add((new FormBox(box.X + (column * width), box.Y + (row * height), width, height), true));
            }
        }
    }
}
