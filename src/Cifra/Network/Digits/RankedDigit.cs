namespace Cifra.Network.Digits;

/// <summary>A digit, or on number plates a letter, that a picture may show, and how likely it is.</summary>
/// <param name="Value">0..9, or 10..35 for A..Z.</param>
/// <param name="Probability">0..1; the ten of a picture of a digit sum to 1.</param>
public readonly record struct RankedDigit(int Value, float Probability)
{
    /// <summary>The digit or letter as it is written: 0..9, A..Z.</summary>
    public char Symbol => SymbolOf(Value);

    internal static char SymbolOf(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    internal static int ValueOf(char symbol) => char.IsAsciiDigit(symbol) ? symbol - '0' : symbol - 'A' + 10;
}
