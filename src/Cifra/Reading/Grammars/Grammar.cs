namespace Cifra.Reading.Grammars;

/// <summary>What a field may hold: a set of texts, which a reader keeps to while it reads, and which can say why a text is none of them.</summary>
/// <remarks>
/// Texts are made of digits, capital letters, spaces and <c>. , - / $ # = * :</c>. Some symbols are ignored, such as the dashes between groups of digits:
/// <see cref="Canonical"/> is the value without them. Immutable, and usable by several threads. docs/grammars.md.
/// </remarks>
public abstract partial class Grammar
{
    private protected Grammar(string name) => Name = name;

    /// <summary>What it is, for people: "US ZIP code".</summary>
    public string Name { get; }

    /// <summary>Of postcodes, whether they stand before the town on its line; null where that is not known, or the texts are none.</summary>
    internal bool? BeforeTown { get; init; }

    /// <summary>The state before the first symbol.</summary>
    internal abstract GrammarState Start { get; }

    /// <summary>Whether the text is in the grammar.</summary>
    public bool Accepts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        GrammarState? state = Start;
        for (int i = 0; i < text.Length && state is not null; i++)
        {
            state = state.Next(text[i]);
        }

        return state is { IsEnd: true };
    }

    /// <summary>Whether every text of it has a letter, so that readers of digits can read none.</summary>
    public bool NeedsLetters => WithoutLetters.None(Start);

    /// <summary>Why the text is not in the grammar, as half a sentence: "month 13". Null where it is.</summary>
    public string? Objection(string text) => Accepts(text) ? null : Reason(text);

    /// <summary>The value of a text: without what is ignored, in one spelling. An amount as 1234.56, a date as 2019-12-22, a ZIP code as 12345-6789.</summary>
    /// <returns>The value; the text itself where it is not in the grammar.</returns>
    public string Canonical(string text) => Accepts(text) ? Value(text) : text;

    /// <summary>Says place by place why a text was chosen and not what would have been read: "5 rather than 6: else the check digit (Luhn) is wrong".</summary>
    /// <param name="chosen">The text that was chosen under the grammar.</param>
    /// <param name="read">What would have been read without it, likeliest first; at least one text.</param>
    public GrammarExplanation Explain(string chosen, params IReadOnlyList<string> read)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(read);
        return read.Count > 0 ? GrammarExplanation.Of(this, chosen, read) : throw new ArgumentException("At least one text is needed.", nameof(read));
    }

    /// <summary>Why a text that is not in the grammar is not.</summary>
    private protected abstract string Reason(string text);

    /// <summary>The value of a text that is in the grammar.</summary>
    private protected abstract string Value(string text);
}
