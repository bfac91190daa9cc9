
namespace Cifra.Network.Lines;

/// <summary>The symbols that a line of writing is made of.</summary>
internal static class LineSymbols
{
    /// <summary>What numbers are written with: digits, and the signs between and around them.</summary>
    public const string Numbers = "0123456789.,-/$#=*:";

    /// <summary>What number plates are written with: digits and capitals.</summary>
    public const string Plates = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Whether a symbol is one of the ten digits.</summary>
    public static bool IsDigit(char symbol) => char.IsAsciiDigit(symbol);
}
