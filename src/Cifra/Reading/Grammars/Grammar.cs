namespace Cifra.Reading.Grammars;

/// <summary>The set of texts that a field may hold. Readers propose only texts of it, and it says why another text is not in it.</summary>
/// <remarks>
/// The static methods make the grammars that ship. A grammar of your own derives from this class and gives a <see cref="Start"/> state; <see cref="Reason"/>
/// and <see cref="Value"/> are optional. Texts consist of <see cref="Symbols"/>. Immutable, and usable by several threads. docs/grammars.md.
/// </remarks>
public abstract partial class Grammar
{
    /// <summary>A grammar.</summary>
    /// <param name="name">What it is, for people: "US ZIP code".</param>
    protected Grammar(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The symbols that can be read: digits, capital letters, a space and <c>. , - / $ # = * :</c>.</summary>
    public static string Symbols => Alphabet.Symbols;

    /// <summary>What it is, for people: "US ZIP code".</summary>
    public string Name { get; }

    /// <summary>Whether postcodes of this form stand before the town on its line; null where that is not known, or the texts are not postcodes.</summary>
    public bool? BeforeTown { get; init; }

    /// <summary>The state before the first symbol.</summary>
    public abstract GrammarState Start { get; }

    /// <summary>Whether the text is in the grammar.</summary>
    public bool Accepts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        GrammarState? state = Start;
        for (int i = 0; i < text.Length && state is not null; i++)
        {
            state = state.After(text[i]);
        }

        return state is { IsEnd: true };
    }

    /// <summary>Whether every text has a letter, so that a reader of digits can read none of them.</summary>
    public bool NeedsLetters => WithoutLetters.None(Start);

    /// <summary>Why a text is not in the grammar, as half a sentence: "month 13". Null where it is.</summary>
    public string? Objection(string text) => Accepts(text) ? null : Reason(text);

    /// <summary>The value of a text, in one spelling: an amount as 1234.56, a date as 2019-12-22, a ZIP code as 12345-6789.</summary>
    /// <returns>The value; the text itself where it is not in the grammar.</returns>
    public string Canonical(string text) => Accepts(text) ? Value(text) : text;

    /// <summary>Says place by place why a text was chosen instead of another: "5 rather than 6: else the check digit (Luhn) is wrong".</summary>
    /// <param name="chosen">The text that was chosen under the grammar.</param>
    /// <param name="read">What would have been read without it, likeliest first; at least one text.</param>
    public GrammarExplanation Explain(string chosen, params IReadOnlyList<string> read)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(read);
        return read.Count > 0 ? GrammarExplanation.Of(this, chosen, read) : throw new ArgumentException("At least one text is needed.", nameof(read));
    }

    /// <summary>Why a text is not in the grammar, as half a sentence. By default: the first symbol that does not fit, and what would.</summary>
    /// <param name="text">A text that is not in the grammar.</param>
    protected virtual string Reason(string text) => Reasons.Of(Start, text);

    /// <summary>The value of a text, in one spelling that is its own value. By default: the text itself.</summary>
    /// <param name="text">A text of the grammar.</param>
    protected virtual string Value(string text) => text;
}
