using System.Text;
using System.Text.Json;

namespace Cifra.Network.Models;

/// <summary>Walks through JSON whose form is known, and refuses any other.</summary>
/// <remarks>
/// Every <c>cifra read</c> reads a model's JSON, once. A serializer looks at the types that it serves before it reads anything, which takes longer than all
/// else at the start of the program (docs/decisions/0005-start.md); this looks at nothing but the text.
/// </remarks>
internal ref struct JsonWalk
{
    private Utf8JsonReader _reader;
    private string _field = "";

    /// <summary>A walk that stands before the first token.</summary>
    public JsonWalk(string json) => _reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 8 });

    /// <summary>Enters an object.</summary>
    /// <exception cref="JsonException">Here, and from every member: the text is no JSON, or not of the form asked for.</exception>
    public void Object() => Expect(JsonTokenType.StartObject, "an object");

    /// <summary>The next name of the object, or null at its end.</summary>
    public string? Name()
    {
        if (Read() == JsonTokenType.EndObject)
        {
            return null;
        }

        return _field = String("a name", JsonTokenType.PropertyName);
    }

    /// <summary>Enters a list.</summary>
    public void List() => Expect(JsonTokenType.StartArray, "a list");

    /// <summary>Enters the next object of the list; false at the list's end.</summary>
    public bool NextObject()
    {
        JsonTokenType token = Read();
        return token == JsonTokenType.StartObject || (token == JsonTokenType.EndArray ? false : throw Other("an object or the end of the list"));
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        Read();
        return String("a text", JsonTokenType.String);
    }

    /// <summary>A number.</summary>
    public double Number()
    {
        Expect(JsonTokenType.Number, "a number");
        return _reader.TryGetDouble(out double value) ? value : throw Other("a number");
    }

    /// <summary>A whole number of 64 bits.</summary>
    public long Whole()
    {
        Expect(JsonTokenType.Number, "a whole number");
        return _reader.TryGetInt64(out long value) ? value : throw Other("a whole number");
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int Whole32() => Whole() is >= int.MinValue and <= int.MaxValue and long value ? (int)value : throw Other("a whole number below 2147483648");

    /// <summary>Refuses anything after the value.</summary>
    public void End()
    {
        if (_reader.Read())
        {
            throw Other("the end");
        }
    }

    /// <summary>A field that was not there.</summary>
    public static JsonException Missing(string name) => new($"the field \"{name}\" is missing");

    /// <summary>A field that should not be there.</summary>
    public static JsonException Unknown(string name) => new($"there is no field \"{name}\"");

    private void Expect(JsonTokenType type, string what)
    {
        if (Read() != type)
        {
            throw Other(what);
        }
    }

    private string String(string what, JsonTokenType type)
    {
        if (_reader.TokenType != type)
        {
            throw Other(what);
        }

        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, e); // half of a surrogate pair
        }
    }

    private JsonTokenType Read() => _reader.Read() ? _reader.TokenType : throw new JsonException("the text ends too early");

    private readonly JsonException Other(string expected) => new(
        $"byte {_reader.TokenStartIndex}{(_field.Length > 0 ? $", in or behind \"{_field}\"" : "")}: expected {expected}, found {_reader.TokenType}");
}
