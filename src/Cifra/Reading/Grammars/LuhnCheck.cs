namespace Cifra.Reading.Grammars;

/// <summary>Luhn's check digit (ISO/IEC 7812-1, annex B): from the right every second digit is doubled, digits of products are added, the sum ends in 0.</summary>
/// <remarks>How far the right end is, is not known while reading: both sums are kept, that with the last digit doubled and that without. Another digit exchanges them.</remarks>
internal sealed class LuhnCheck : Check
{
    public override string Name => "Luhn";

    public override int Step(int state, char symbol)
    {
        if (!char.IsAsciiDigit(symbol))
        {
            return -1;
        }

        (int plain, int doubled) = (state / 10, state % 10);
        int digit = symbol - '0';
        int twice = (2 * digit) - (digit > 4 ? 9 : 0);
        return ((doubled + digit) % 10 * 10) + ((plain + twice) % 10);
    }

    public override bool Holds(int state) => state / 10 == 0;
}
