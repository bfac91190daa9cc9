using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace Cifra.Reporting;

/// <summary>Writes a page that is both HTML and well-formed XML, with everything from outside escaped.</summary>
/// <remarks>Text and attribute values cannot leave their place: there is no way to write them unescaped.</remarks>
internal sealed class Markup
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private readonly StringBuilder _text = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element; <see cref="Close"/> ends it.</summary>
    public Markup Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the element begun last.</summary>
    public Markup Close()
    {
        string element = _open.Pop();
        _text.Append("</").Append(element).Append('>');
        if (element is not ("a" or "b" or "span" or "text" or "title" or "td" or "th" or "dt"))
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>An element without content: HTML's void ones, or any of SVG.</summary>
    public Markup Void(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element that holds only text, perhaps none.</summary>
    public Markup Leaf(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>Text, escaped.</summary>
    public Markup Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>A style sheet or script of our own, hidden from XML; never anything from outside.</summary>
    public Markup Asset(string element, string content)
    {
        Debug.Assert(!content.Contains("]]>", StringComparison.Ordinal) && !content.Contains("</", StringComparison.Ordinal), "it would end early");
        _text.Append('<').Append(element).Append(">/*<![CDATA[*/\n").Append(content).Append("/*]]>*/</").Append(element).Append(">\n");
        return this;
    }

    /// <summary>The finished page.</summary>
    public override string ToString()
    {
        Debug.Assert(_open.Count == 0, "every element is closed");
        return _text.ToString();
    }

    private void Begin(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach ((string name, string value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            _text.Append(text);
            return;
        }

        foreach (Rune rune in text.EnumerateRunes()) // half a surrogate pair comes out as U+FFFD
        {
            _ = rune.Value switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                '\t' or '\n' or '\r' => _text.Append((char)rune.Value),
                < ' ' or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => _text.Append('\uFFFD'), // not allowed in XML, or not seen
                _ => _text.Append(rune.ToString()),
            };
        }
    }
}
