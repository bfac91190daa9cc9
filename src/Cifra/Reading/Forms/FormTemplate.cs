using Cifra.Reading.Forms.Templates;

namespace Cifra.Reading.Forms;

/// <summary>
/// Describes a form: its page, its fields, what it is found by in a picture, and the constraints between its fields. docs/forms.md has the JSON.
/// </summary>
/// <param name="Name">The form's name, for messages.</param>
/// <param name="Width">Width of the page, in any unit.</param>
/// <param name="Height">Height of the page, in the same unit.</param>
/// <param name="Fields">The fields, at least one.</param>
/// <example><c>FormTemplate.Load("delivery-note.json")</c></example>
public sealed record FormTemplate(string Name, double Width, double Height, IReadOnlyList<FormField> Fields)
{
    /// <summary>Version of the JSON format.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Name of the unit, for messages.</summary>
    public string Unit { get; init; } = "mm";

    /// <summary>The solid corner marks.</summary>
    public IReadOnlyList<FormMark> Marks { get; init; } = [];

    /// <summary>Printed lines that belong to no field.</summary>
    public IReadOnlyList<FormLine> Lines { get; init; } = [];

    /// <summary>The constraints between the fields.</summary>
    public IReadOnlyList<FormConstraint> Rules { get; init; } = [];

    /// <summary>What the form is found by, in the order in which it is tried.</summary>
    public IReadOnlyList<FormAnchor> Anchors { get; init; } = [FormAnchor.Marks, FormAnchor.Structure, FormAnchor.Page];

    /// <summary>Share of its printed lines that must be found in a picture, 0..1.</summary>
    public double MinFound { get; init; } = 0.6;

    /// <summary>The names of the built-in templates.</summary>
    public static IReadOnlyList<string> BuiltIn => BuiltInForms.Names;

    /// <summary>The built-in template of this name, or else the template in a file.</summary>
    /// <exception cref="InvalidDataException">The file is no template; the message names the place, what was expected and what was found.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FormTemplate Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return BuiltInForms.Find(path) ?? FormTemplateReader.Load(path);
    }

    /// <summary>Parses a template's JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="InvalidDataException">The JSON is no template; the message names the place, what was expected and what was found.</exception>
    public static FormTemplate Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FormTemplateReader.Parse(System.Text.Encoding.UTF8.GetBytes(json), name);
    }

    /// <summary>The template as JSON.</summary>
    public string ToJson() => FormTemplateWriter.Write(this);
}
