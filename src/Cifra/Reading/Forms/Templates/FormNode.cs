using System.Text.Json;

namespace Cifra.Reading.Forms.Templates;

/// <summary>A value in a template's JSON, with its path for error messages.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Place">The value's path: <c>fields[2].box</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record FormNode(string File, string Place, JsonElement Value)
{
    private const int LongestFound = 60;

    /// <summary>The JSON text of the value, cut off after 60 characters.</summary>
    public string Raw
    {
        get
        {
            string text = Value.GetRawText().ReplaceLineEndings(" ");
            return text.Length <= LongestFound ? text : text[..LongestFound] + "…";
        }
    }

    /// <summary>The exception for a wrong value here.</summary>
    public InvalidDataException Bad(string expected, string found) => InvalidData.At(File, Place, expected, found);

    /// <summary>Throws unless this is an object whose names are among these, each at most once.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Bad("an object", Raw);
        }

        HashSet<string> seen = [];
        foreach (JsonProperty property in Value.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                string found = property.Name[..Math.Min(property.Name.Length, LongestFound)];
                throw Bad($"only {string.Join(", ", names!)}", $"\"{found}\"");
            }

            if (!seen.Add(property.Name))
            {
                throw Bad($"\"{property.Name}\" once", "it twice");
            }
        }
    }

    /// <summary>The value of a name; null if the object has none.</summary>
    public FormNode? Find(string name) =>
        Value.TryGetProperty(name, out JsonElement value) ? new FormNode(File, Place == "template" ? name : $"{Place}.{name}", value) : null;

    /// <summary>The value of a required name.</summary>
    public FormNode Get(string name) => Find(name) ?? throw Bad($"\"{name}\"", "none");

    /// <summary>The items of a list of at most this many.</summary>
    public IReadOnlyList<FormNode> Items(int most)
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Bad("a list", Raw);
        }

        int count = Value.GetArrayLength();
        return count <= most
            ? [.. Value.EnumerateArray().Select((item, i) => new FormNode(File, FormattableString.Invariant($"{Place}[{i}]"), item))]
            : throw Bad(FormattableString.Invariant($"at most {most} items"), FormattableString.Invariant($"{count}"));
    }

    /// <summary>The value as text in one line.</summary>
    public string Text()
    {
        if (Value.ValueKind != JsonValueKind.String)
        {
            throw Bad("a text", Raw);
        }

        string text = Value.GetString()!;
        return text.Length is > 0 and <= FormLimits.LongestText && !text.Any(char.IsControl)
            ? text
            : throw Bad(FormattableString.Invariant($"a text of 1 to {FormLimits.LongestText} characters in one line"), Raw);
    }

    /// <summary>The value as a number of a range, both ends included.</summary>
    public double Number(double least, double most) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out double number) && number >= least && number <= most
            ? number
            : throw Bad(FormattableString.Invariant($"a number from {least} to {most}"), Raw);

    /// <summary>The value as a whole number of a range, both ends included.</summary>
    public int Whole(int least, int most) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw Bad(FormattableString.Invariant($"a whole number from {least} to {most}"), Raw);

    /// <summary>The value as true or false.</summary>
    public bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Bad("true or false", Raw),
    };

    /// <summary>The value as a list of exactly this many numbers.</summary>
    public double[] Numbers(int count)
    {
        IReadOnlyList<FormNode> items = Items(FormLimits.MostParts);
        return items.Count == count
            ? [.. items.Select(item => item.Number(-FormLimits.LargestPage, FormLimits.LargestPage))]
            : throw Bad(FormattableString.Invariant($"{count} numbers"), Raw);
    }
}
