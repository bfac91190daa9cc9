namespace Cifra.Reading.Grammars;

/// <summary>Luhn's check digit (ISO/IEC 7812-1, annex B): every second digit from the right is doubled, and the sum of all digits ends in 0.</summary>
/// <remarks>
/// While reading from the left it is not known which digits are doubled. Both sums are kept, with the last digit doubled and without; another digit
/// exchanges them.
/// </remarks>
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
