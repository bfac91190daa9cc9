using System.Globalization;
using System.Text.Json;

namespace Cifra.Reading.Forms.Templates;

/// <summary>Reads a template's JSON. Unknown names, missing names, values out of range and anything above <see cref="FormLimits"/> are refused.</summary>
internal static class FormTemplateReader
{
    public static FormTemplate Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] bytes = new byte[FormLimits.MostBytes + 1];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Parse(bytes.AsMemory(0, length), path);
    }

    public static FormTemplate Parse(ReadOnlyMemory<byte> json, string file)
    {
        if (json.Length > FormLimits.MostBytes)
        {
            throw InvalidData.At(file, "length", $"at most {FormLimits.MostBytes} bytes", "more");
        }

        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = FormLimits.Deepest });
            return Template(new FormNode(file, "template", document.RootElement));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: line {e.LineNumber + 1}: expected a template's JSON, found {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"{file}: expected UTF-8, found bytes that are not.", e);
        }
    }

    private static FormTemplate Template(FormNode root)
    {
        root.Allow("schemaVersion", "name", "unit", "page", "anchors", "minFound", "marks", "lines", "fields", "rules");
        int version = root.Get("schemaVersion").Whole(int.MinValue, int.MaxValue);
        if (version != FormTemplate.SchemaVersion)
        {
            throw root.Get("schemaVersion").Bad(Text(FormTemplate.SchemaVersion), Text(version));
        }

        FormNode page = root.Get("page");
        double[] size = page.Numbers(2);
        if (!(size[0] > 0 && size[1] > 0 && size[0] <= FormLimits.LargestPage && size[1] <= FormLimits.LargestPage))
        {
            throw page.Bad($"a width and a height above 0, at most {FormLimits.LargestPage}", page.Raw);
        }

        FormField[] fields = [.. root.Get("fields").Items(FormLimits.MostFields).Select(field => Field(field, size))];
        FormNode list = root.Get("fields");
        if (fields.Length == 0)
        {
            throw list.Bad("at least one field", "none");
        }

        if (fields.CountBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Value > 1) is { Key: { } twice })
        {
            throw list.Bad("fields of different names", $"{twice} twice");
        }

        if (fields.Sum(field => (long)field.Rows * field.Columns) > FormLimits.MostCells)
        {
            throw list.Bad($"at most {FormLimits.MostCells} cells in all", "more");
        }

        var template = new FormTemplate(root.Find("name")?.Text() ?? "form", size[0], size[1], fields)
        {
            Unit = root.Find("unit")?.Text() ?? "mm",
            Marks = [.. Parts(root, "marks").Select(mark => Mark(mark, size))],
            Lines = [.. Parts(root, "lines").Select(line => Line(line, size))],
            MinFound = root.Find("minFound")?.Number(0.05, 1) ?? 0.6,
        };
        return template with
        {
            Anchors = root.Find("anchors") is { } anchors ? [.. anchors.Items(3).Select(anchor => Anchor(anchor, template))] : template.Anchors,
            Rules = [.. Parts(root, "rules").Select(rule => Rule(rule, fields))],
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<FormNode> Parts(FormNode root, string name) => root.Find(name)?.Items(FormLimits.MostParts) ?? [];

    private static FormField Field(FormNode node, double[] page)
    {
        node.Allow("name", "box", "comb", "rows", "columns", "cells", "as", "required", "empty", "lined");
        string name = node.Get("name").Text();
        if (!FormNames.IsName(name))
        {
            throw node.Get("name").Bad("a letter, then letters, digits and underscores", $"\"{name}\"");
        }

        FormNode place = node.Get("box");
        double[] box = place.Numbers(4);
        var area = new FormBox(box[0], box[1], box[2], box[3]);
        double slack = 1e-6 * Math.Max(page[0], page[1]);
        if (!(area.Width > 0 && area.Height > 0 && area.X >= -slack && area.Y >= -slack && area.Right <= page[0] + slack && area.Bottom <= page[1] + slack))
        {
            throw place.Bad(FormattableString.Invariant($"x, y, width and height of a box on the page of {page[0]} x {page[1]}"), place.Raw);
        }

        int? comb = node.Find("comb")?.Whole(1, FormLimits.MostCells);
        if (comb is not null && (node.Find("rows") ?? node.Find("columns") ?? node.Find("cells")) is { } other)
        {
            throw other.Bad("no rows, columns or cells beside comb", other.Raw);
        }

        int rows = node.Find("rows")?.Whole(1, FormLimits.MostCells) ?? 1;
        int columns = comb ?? node.Find("columns")?.Whole(1, FormLimits.MostCells) ?? 1;
        bool cells = comb is not null || node.Find("rows") is not null || node.Find("columns") is not null;
        return new FormField(name, area)
        {
            Rows = rows,
            Columns = columns,
            Cells = node.Find("cells") is { } kind ? Cells(kind) : cells ? FormCells.Digit : FormCells.Number,
            As = node.Find("as") is { } grammar ? Grammar(grammar) : null,
            Required = node.Find("required")?.Flag() ?? false,
            Lined = node.Find("lined")?.Flag() ?? true,
            Empty = node.Find("empty") is { } empty ? Symbol(empty) : '.',
        };
    }

    private static FormCells Cells(FormNode node) => node.Text() switch
    {
        "digit" => FormCells.Digit,
        "number" => FormCells.Number,
        _ => throw node.Bad("digit or number", node.Raw),
    };

    private static string Grammar(FormNode node)
    {
        string word = node.Text();
        try
        {
            _ = Grammars.Grammar.Parse(word);
            return word;
        }
        catch (ArgumentException e)
        {
            throw node.Bad($"a grammar ({e.Message.Split(" (Parameter ")[0]})", $"\"{word}\"");
        }
    }

    private static char Symbol(FormNode node)
    {
        string text = node.Text();
        return text.Length == 1 && text[0] is > ' ' and <= '~' ? text[0] : throw node.Bad("one printable ASCII character", node.Raw);
    }

    private static FormMark Mark(FormNode node, double[] page)
    {
        double[] mark = node.Numbers(3);
        return mark[0] >= 0 && mark[1] >= 0 && mark[0] <= page[0] && mark[1] <= page[1] && mark[2] > 0 && mark[2] <= Math.Max(page[0], page[1])
            ? new FormMark(mark[0], mark[1], mark[2])
            : throw node.Bad("x and y of a mark's centre on the page, and its size above 0", node.Raw);
    }

    private static FormLine Line(FormNode node, double[] page)
    {
        double[] line = node.Numbers(4);
        bool inside = line.Min() >= 0 && Math.Max(line[0], line[2]) <= page[0] && Math.Max(line[1], line[3]) <= page[1];
        return inside && (line[0] != line[2] || line[1] != line[3])
            ? new FormLine(line[0], line[1], line[2], line[3])
            : throw node.Bad("both ends of a line on the page", node.Raw);
    }

    private static FormAnchor Anchor(FormNode node, FormTemplate template) => node.Text() switch
    {
        "marks" when template.Marks.Count < 4 => throw node.Bad("structure or page, because the template has fewer than four marks", node.Raw),
        "marks" => FormAnchor.Marks,
        "structure" => FormAnchor.Structure,
        "page" => FormAnchor.Page,
        _ => throw node.Bad("marks, structure or page", node.Raw),
    };

    private static FormConstraint Rule(FormNode node, FormField[] fields)
    {
        string text = node.Text();
        try
        {
            return FormConstraint.Parse(text, [.. fields.SelectMany(field => field.ReportedNames)]);
        }
        catch (FormatException e)
        {
            throw node.Bad($"a rule ({e.Message})", $"\"{text}\"");
        }
    }
}
