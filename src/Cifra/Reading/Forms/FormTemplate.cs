namespace Cifra.Reading.Forms;

/// <summary>What a form looks like: its page, its fields, by what it is found in a picture, and what its fields must agree on. docs/forms.md.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Width">The page's width, in any unit.</param>
/// <param name="Height">The page's height, in the same.</param>
/// <param name="Fields">Its fields, at least one.</param>
/// <example><c>FormTemplate.Load("delivery-note.json")</c></example>
public sealed record FormTemplate(string Name, double Width, double Height, IReadOnlyList<FormField> Fields)
{
    /// <summary>The version of the format.</summary>
    public const int SchemaVersion = 1;

    /// <summary>What the unit is called in messages.</summary>
    public string Unit { get; init; } = "mm";

    /// <summary>Its solid corner marks.</summary>
    public IReadOnlyList<FormMark> Marks { get; init; } = [];

    /// <summary>Printed lines that belong to no field.</summary>
    public IReadOnlyList<FormLine> Lines { get; init; } = [];

    /// <summary>What its fields must agree on.</summary>
    public IReadOnlyList<FormConstraint> Rules { get; init; } = [];

    /// <summary>By what it is found, in the order of trying.</summary>
    public IReadOnlyList<FormAnchor> Anchors { get; init; } = [FormAnchor.Marks, FormAnchor.Structure, FormAnchor.Page];

    /// <summary>The part of its printed lines that must be found in a picture, 0..1.</summary>
    public double MinFound { get; init; } = 0.6;

    /// <summary>The names of the templates that ship inside the library.</summary>
    public static IReadOnlyList<string> BuiltIn => BuiltInForms.Names;

    /// <summary>A template that ships inside, by its name, or else the one of a file.</summary>
    /// <exception cref="InvalidDataException">The file is no template; the message names the place, what is expected there and what was found.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FormTemplate Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return BuiltInForms.Find(path) ?? FormTemplateReader.Load(path);
    }

    /// <summary>A template from its JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="InvalidDataException">It is no template; the message names the place, what is expected there and what was found.</exception>
    public static FormTemplate Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FormTemplateReader.Parse(System.Text.Encoding.UTF8.GetBytes(json), name);
    }

    /// <summary>The template as JSON.</summary>
    public string ToJson() => FormTemplateWriter.Write(this);
}
