using Cifra.Data.Scenes;

namespace Cifra.Data.Cheques;

/// <summary>The capitals that a drawn cheque's captions need, as skeletons: strokes of our own, after no font in particular.</summary>
internal static class PrintedCapitals
{
    private static readonly Dictionary<char, Glyph> Letters = new()
    {
        ['A'] = Glyph.Parse("0,100 30,0 60,100 | 10,66 50,66"),
        ['B'] = Glyph.Parse("5,0 35,0 Q58,0,58,24 Q58,48,35,48 5,48 | 35,48 Q62,48,62,74 Q62,100,35,100 5,100 5,0"),
        ['D'] = Glyph.Parse("5,0 28,0 Q62,0,62,50 Q62,100,28,100 5,100 5,0"),
        ['E'] = Glyph.Parse("55,0 5,0 5,100 55,100 | 5,49 48,49"),
        ['F'] = Glyph.Parse("55,0 5,0 5,100 | 5,49 46,49"),
        ['H'] = Glyph.Parse("5,0 5,100 | 58,0 58,100 | 5,50 58,50"),
        ['K'] = Glyph.Parse("5,0 5,100 | 56,0 5,62 | 24,42 58,100"),
        ['L'] = Glyph.Parse("5,0 5,100 54,100"),
        ['M'] = Glyph.Parse("4,100 4,0 36,70 68,0 68,100"),
        ['N'] = Glyph.Parse("5,100 5,0 58,100 58,0"),
        ['O'] = Glyph.Parse("A32,50,30,50,0,360"),
        ['P'] = Glyph.Parse("5,100 5,0 36,0 Q58,0,58,26 Q58,52,36,52 5,52"),
        ['R'] = Glyph.Parse("5,100 5,0 36,0 Q58,0,58,26 Q58,52,36,52 5,52 | 34,52 60,100"),
        ['S'] = Glyph.Parse("54,14 Q46,0,30,0 Q6,0,6,25 Q6,46,30,50 Q56,54,56,76 Q56,100,30,100 Q10,100,4,84"),
        ['T'] = Glyph.Parse("0,0 60,0 | 30,0 30,100"),
        ['W'] = Glyph.Parse("0,0 18,100 36,25 54,100 72,0"),
        ['Y'] = Glyph.Parse("0,0 30,50 60,0 | 30,50 30,100"),
        ['$'] = Glyph.Parse("54,14 Q46,0,30,0 Q6,0,6,25 Q6,46,30,50 Q56,54,56,76 Q56,100,30,100 Q10,100,4,84 | 31,-12 31,112"),
    };

    /// <summary>The skeleton of a capital or of the dollar sign.</summary>
    public static Glyph Of(char letter) => Letters[letter];
}
