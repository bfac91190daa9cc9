using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cifra.Reading.Forms.Templates;

/// <summary>Writes a template as JSON, one field per line, for people to edit.</summary>
internal static class FormTemplateWriter
{
    private const string Separator = ",\n    ";

    public static string Write(FormTemplate template)
    {
        List<string> parts =
        [
            $"\"schemaVersion\": {FormTemplate.SchemaVersion}",
            $"\"name\": {Text(template.Name)}",
            $"\"unit\": {Text(template.Unit)}",
            $"\"page\": {Numbers(template.Width, template.Height)}",
        ];
        if (!template.Anchors.SequenceEqual(new FormTemplate("", 1, 1, []).Anchors))
        {
            parts.Add($"\"anchors\": [{string.Join(", ", template.Anchors.Select(anchor => Text(anchor.ToString().ToLowerInvariant())))}]");
        }

        if (template.MinFound != new FormTemplate("", 1, 1, []).MinFound)
        {
            parts.Add($"\"minFound\": {Number(template.MinFound)}");
        }

        List(parts, "marks", template.Marks.Select(mark => Numbers(mark.X, mark.Y, mark.Size)));
        List(parts, "lines", template.Lines.Select(line => Numbers(line.X1, line.Y1, line.X2, line.Y2)));
        List(parts, "fields", template.Fields.Select(Field));
        List(parts, "rules", template.Rules.Select(rule => Text(rule.Text)));
        return $"{{\n  {string.Join(",\n  ", parts)}\n}}\n";
    }

    private static void List(List<string> parts, string name, IEnumerable<string> items)
    {
        string[] all = [.. items];
        if (all.Length > 0)
        {
            parts.Add($"\"{name}\": [\n    {string.Join(Separator, all)}\n  ]");
        }
    }

    private static string Field(FormField field)
    {
        var text = new StringBuilder();
        string box = Numbers(field.Box.X, field.Box.Y, field.Box.Width, field.Box.Height);
        text.Append(CultureInfo.InvariantCulture, $"{{ \"name\": {Text(field.Name)}, \"box\": {box}");
        if (field is { Cells: FormCells.Digit, Rows: 1 })
        {
            text.Append(CultureInfo.InvariantCulture, $", \"comb\": {field.Columns}");
        }
        else if (field.Rows > 1 || field.Columns > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $", \"rows\": {field.Rows}, \"columns\": {field.Columns}");
            text.Append(field.Cells == FormCells.Number ? ", \"cells\": \"number\"" : "");
        }

        text.Append(field.As is { } word ? $", \"as\": {Text(word)}" : "");
        text.Append(field.Required ? ", \"required\": true" : "");
        text.Append(field.Empty != '.' ? $", \"empty\": {Text(field.Empty.ToString())}" : "");
        text.Append(field.Lined ? "" : ", \"lined\": false");
        return text.Append(" }").ToString();
    }

    private static string Numbers(params double[] numbers) => $"[{string.Join(", ", numbers.Select(Number))}]";

    private static string Number(double number) => Math.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStringValue(text);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
