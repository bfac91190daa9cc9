namespace Cifra.Reading.Micr;

/// <summary>The two alphabets of magnetic ink that cheques are printed with.</summary>
public enum MicrFont
{
    /// <summary>E-13B: North America, India, the United Kingdom, Australia. Shapes on a grid of 0.013 inch; ISO 1004-1.</summary>
    E13B,

    /// <summary>CMC-7: France, Italy, Brazil, Mexico. Seven bars a character, whose gaps are the code; ISO 1004-2.</summary>
    Cmc7,
}
