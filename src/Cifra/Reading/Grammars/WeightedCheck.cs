namespace Cifra.Reading.Grammars;

/// <summary>A weighted sum over all digits, the check digit among them, that the modulus divides; X stands for ten in the last place.</summary>
/// <remarks>
/// ISBN-10 (ISO 2108:1992) and ISSN (ISO 3297) use modulus 11, the routing numbers of the American Bankers Association the weights 3, 7, 1 and modulus 10.
/// </remarks>
internal sealed class WeightedCheck(string name, int modulus, IReadOnlyList<int> weights) : Check
{
    public override string Name => name;

    public override int Step(int state, char symbol)
    {
        (int place, int sum) = (state / modulus, state % modulus);
        int digit = char.IsAsciiDigit(symbol) ? symbol - '0' : symbol == 'X' && place == weights.Count - 1 ? 10 : -1;
        return digit < 0 || place >= weights.Count ? -1 : ((place + 1) * modulus) + ((sum + (weights[place] * digit)) % modulus);
    }

    public override bool Holds(int state) => state == weights.Count * modulus;

    /// <summary>1 for the check digit itself, then from right to left 2, 3, … up to <paramref name="largest"/> and again from 2: modulus 11.</summary>
    public static WeightedCheck Mod11(int digits, int largest)
    {
        int[] weights = [.. Enumerable.Range(0, digits).Select(right => right == 0 ? 1 : 2 + ((right - 1) % (largest - 1))).Reverse()];
        return new WeightedCheck("mod 11", 11, weights);
    }
}
