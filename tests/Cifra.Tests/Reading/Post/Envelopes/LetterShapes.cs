using Cifra.Data.Drawn;
using Cifra.Data.NonDigits;
using Cifra.Data.Scenes;
using Cifra.Numerics;

namespace Cifra.Tests.Reading.Post.Envelopes;

/// <summary>
/// The letters that addresses are written and printed with. Those of <see cref="HandLetters"/> and the ones that it leaves out for resembling digits.
/// </summary>
internal static class LetterShapes
{
    private const string Small = "acemnorsuvwxz";
    private const string Hanging = "gjpqy";

    private static readonly Dictionary<char, Allograph[]> Hand = HandLetters.TrainedForms.Concat(HandLetters.WithheldForms).Concat(
    [
        Allograph.Parse("B", 1, "8,0 8,100 | 8,2 44,4 52,26 12,46 | 12,46 60,54 60,88 8,99"),
        Allograph.Parse("b", 1, "10,0 10,98 | 10,70 30,44 58,58 54,90 26,99 10,88"),
        Allograph.Parse("D", 1, "8,2 8,98 | 2,4 40,4 70,40 60,84 30,98 4,98"),
        Allograph.Parse("f", 1, "58,8 40,0 28,20 28,98 | 8,44 50,42"),
        Allograph.Parse("G", 1, "68,14 36,0 6,40 20,92 60,90 66,58! 40,58"),
        Allograph.Parse("g", 1, "58,22 30,2 6,24 20,48 56,26 | 60,2 60,78 40,99 8,88"),
        Allograph.Parse("I", 1, "30,0 30,100"),
        Allograph.Parse("i", 1, "30,40 30,98 | 30,12 31,16"),
        Allograph.Parse("J", 1, "50,0 50,76 34,98 6,82"),
        Allograph.Parse("j", 1, "40,4 40,80 24,99 6,90"),
        Allograph.Parse("L", 1, "10,0 10,96! 60,96"),
        Allograph.Parse("l", 1, "20,0 20,98"),
        Allograph.Parse("l with a loop", 1, "6,96 34,40 40,4 24,2 20,50 26,96 44,90"),
        Allograph.Parse("O", 1, "34,2 6,26 4,74 34,98 66,70 64,22 36,2"),
        Allograph.Parse("o", 1, "40,4 8,30 10,80 44,98 74,66 62,16 38,4"),
        Allograph.Parse("p", 1, "8,2 8,100 | 8,14 34,2 58,16 48,40 10,42"),
        Allograph.Parse("Q", 1, "34,2 6,26 4,74 34,98 66,70 64,22 36,2 | 40,74 70,104"),
        Allograph.Parse("q", 1, "58,14 30,2 6,22 20,46 56,26 | 60,2 60,100"),
        Allograph.Parse("S", 1, "66,12 36,0 10,18 30,46 60,66 50,92 8,90"),
        Allograph.Parse("s", 1, "60,14 34,2 14,22 40,48 60,74 36,98 6,86"),
        Allograph.Parse("v", 1, "4,4 34,98! 64,4"),
        Allograph.Parse("x", 1, "6,4 66,96 | 64,4 6,98"),
        Allograph.Parse("Y", 1, "4,0 36,50! | 70,0 30,100"),
        Allograph.Parse("y", 1, "6,2 30,40! | 60,2 40,60 10,99"),
        Allograph.Parse("Z", 1, "6,4 66,4! 6,96! 70,96"),
        Allograph.Parse("z", 1, "8,6 62,6! 8,96! 66,96"),
    ]).GroupBy(form => form.Name[0]).ToDictionary(forms => forms.Key, forms => forms.ToArray());

    private static readonly Dictionary<char, Glyph> Print = new()
    {
        ['A'] = Glyph.Parse("2,100 30,0 58,100 | 12,66 48,66"),
        ['B'] = Glyph.Parse("6,0 6,100 | 6,2 30,2 A32,25,22,23,270,450 6,48 | 6,48 34,48 A34,74,24,26,270,450 6,100"),
        ['C'] = Glyph.Parse("A32,50,28,50,315,45"),
        ['D'] = Glyph.Parse("6,0 6,100 | 6,0 22,0 A22,50,36,50,270,450 6,100"),
        ['E'] = Glyph.Parse("54,0 8,0 8,100 54,100 | 8,48 46,48"),
        ['F'] = Glyph.Parse("54,0 8,0 8,100 | 8,48 46,48"),
        ['G'] = Glyph.Parse("A32,50,28,50,315,0 36,52"),
        ['H'] = Glyph.Parse("6,0 6,100 | 54,0 54,100 | 6,48 54,48"),
        ['I'] = Glyph.Parse("30,0 30,100"),
        ['J'] = Glyph.Parse("44,0 44,74 A26,74,18,26,0,170"),
        ['K'] = Glyph.Parse("8,0 8,100 | 54,0 8,58 | 24,42 56,100"),
        ['L'] = Glyph.Parse("10,0 10,100 54,100"),
        ['M'] = Glyph.Parse("4,100 4,0 30,70 56,0 56,100"),
        ['N'] = Glyph.Parse("6,100 6,0 54,100 54,0"),
        ['O'] = Glyph.Parse("A30,50,29,50,0,360"),
        ['P'] = Glyph.Parse("8,100 8,0 32,0 A32,27,24,27,270,450 8,54"),
        ['Q'] = Glyph.Parse("A30,50,29,50,0,360 | 36,74 58,104"),
        ['R'] = Glyph.Parse("8,100 8,0 32,0 A32,27,24,27,270,450 8,54 | 30,54 56,100"),
        ['S'] = Glyph.Parse("A30,26,24,26,335,90 A30,76,26,24,270,505"),
        ['T'] = Glyph.Parse("2,0 58,0 | 30,0 30,100"),
        ['U'] = Glyph.Parse("6,0 6,66 A30,66,24,34,180,0 54,0"),
        ['V'] = Glyph.Parse("2,0 30,100 58,0"),
        ['W'] = Glyph.Parse("0,0 14,100 30,30 46,100 60,0"),
        ['X'] = Glyph.Parse("4,0 56,100 | 56,0 4,100"),
        ['Y'] = Glyph.Parse("2,0 30,50 58,0 | 30,50 30,100"),
        ['Z'] = Glyph.Parse("4,0 56,0 4,100 56,100"),
        ['a'] = Glyph.Parse("A28,66,22,34,0,360 | 50,34 50,100"),
        ['b'] = Glyph.Parse("8,0 8,100 | A30,66,22,34,0,360"),
        ['c'] = Glyph.Parse("A30,66,24,34,315,45"),
        ['d'] = Glyph.Parse("A28,66,22,34,0,360 | 50,0 50,100"),
        ['e'] = Glyph.Parse("6,66 54,66 A30,66,24,34,360,50"),
        ['f'] = Glyph.Parse("52,6 A40,20,16,20,300,180 24,100 | 8,34 48,34"),
        ['g'] = Glyph.Parse("A28,66,22,34,0,360 | 50,34 50,112 A28,112,22,16,0,160"),
        ['h'] = Glyph.Parse("8,0 8,100 | 8,60 A28,58,20,24,180,360 48,100"),
        ['i'] = Glyph.Parse("30,34 30,100 | 30,10 30,14"),
        ['j'] = Glyph.Parse("34,34 34,112 A20,112,14,14,0,150 | 34,10 34,14"),
        ['k'] = Glyph.Parse("10,0 10,100 | 46,34 10,70 | 24,58 50,100"),
        ['l'] = Glyph.Parse("28,0 28,100"),
        ['m'] = Glyph.Parse("4,34 4,100 | 4,56 A17,52,13,18,180,360 30,100 | 30,56 A43,52,13,18,180,360 56,100"),
        ['n'] = Glyph.Parse("8,34 8,100 | 8,58 A28,56,20,22,180,360 48,100"),
        ['o'] = Glyph.Parse("A30,66,24,34,0,360"),
        ['p'] = Glyph.Parse("8,34 8,130 | A30,66,22,34,0,360"),
        ['q'] = Glyph.Parse("A28,66,22,34,0,360 | 50,34 50,130"),
        ['r'] = Glyph.Parse("12,34 12,100 | 12,60 A34,56,22,22,180,300"),
        ['s'] = Glyph.Parse("A30,49,20,16,335,90 A30,82,22,17,270,505"),
        ['t'] = Glyph.Parse("28,10 28,84 A40,84,12,16,180,60 | 10,34 46,34"),
        ['u'] = Glyph.Parse("8,34 8,74 A28,74,20,26,180,0 48,34 | 48,74 48,100"),
        ['v'] = Glyph.Parse("6,34 28,100 50,34"),
        ['w'] = Glyph.Parse("2,34 16,100 30,50 44,100 58,34"),
        ['x'] = Glyph.Parse("8,34 50,100 | 50,34 8,100"),
        ['y'] = Glyph.Parse("6,34 30,100 | 54,34 18,130"),
        ['z'] = Glyph.Parse("8,34 52,34 6,100 54,100"),
        ['.'] = Glyph.Parse("12,97 12,100"),
        [','] = Glyph.Parse("12,96 8,112"),
        ['#'] = Glyph.Parse("22,4 12,98 | 46,4 36,98 | 2,34 58,34 | 0,66 56,66"),
    };

    /// <summary>One form of a handwritten letter, how tall it is and how far its foot hangs below the line, in heights of a capital.</summary>
    public static (Allograph Form, float Size, float Hang) Written(char letter, SeededRandom random) =>
        (Allograph.Choose(Hand[letter], random), Small.Contains(letter) ? 0.62f : Hanging.Contains(letter) ? 1 : letter is 't' or 'i' ? 0.85f : 1, Hanging.Contains(letter) ? 0.38f : 0);

    /// <summary>The shape of a printed letter.</summary>
    public static Glyph Printed(char letter) => Print[letter];
}
