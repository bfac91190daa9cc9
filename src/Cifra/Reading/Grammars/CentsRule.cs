namespace Cifra.Reading.Grammars;

/// <summary>Whether an amount has cents, and how they are told from the rest.</summary>
public enum CentsRule
{
    /// <summary>There are none: 1.234 is one thousand two hundred and thirty-four, 12.34 is no amount.</summary>
    None,

    /// <summary>There may be cents, after a mark, a gap or over a hundred: 12.34, 12 34, 12 34/100, 1234/100.</summary>
    Optional,

    /// <summary>There are cents, at least a dash for them: 12.34, 12 34/100, 12,-.</summary>
    Required,

    /// <summary>There are cents. Where no sign separates them they are the last two digits, because they are written raised: 1234 is 12.34.</summary>
    Raised,
}
