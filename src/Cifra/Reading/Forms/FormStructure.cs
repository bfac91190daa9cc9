using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>What is printed on a form: its lines, and the boxes that they make; in the page's unit.</summary>
internal sealed class FormStructure
{
    /// <summary>Places on lines at which they are looked for, about so many on the whole form.</summary>
    private const int Samples = 900;

    /// <summary>Of each line at least so many places.</summary>
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

    /// <summary>The shortest side of a cell; infinite where there is none.</summary>
    public double ShortestSide { get; private set; } = double.PositiveInfinity;

    /// <summary>The lines.</summary>
    public List<FormLine> Lines { get; } = [];

    /// <summary>Places on the lines, evenly spread.</summary>
    public List<(FormLine Line, PicturePoint Place)> Places { get; } = [];

    /// <summary>The outlines of fields, and their cells.</summary>
    public List<(FormBox Box, bool IsCell)> Boxes { get; } = [];

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
