namespace Cifra.Reading.Grammars;

/// <summary>The check digits of an IBAN (ISO 13616-1): MOD 97-10 of the account followed by the four symbols that stand before it.</summary>
internal sealed class IbanCheck : Check
{
    private const int HeadSymbols = 4;
    private const int HeadScale = 27; // 10⁶ mod 97: country and check digits are six digits

    public override string Name => "mod 97";

    // Symbols of the head so far, the head's remainder, the account's remainder.
    public override int Step(int state, char symbol)
    {
        (int place, int head, int account) = (state / (97 * 97), state / 97 % 97, state % 97);
        if (place < HeadSymbols)
        {
            head = Mod97Check.Append(head, symbol);
            return head < 0 ? -1 : (((place + 1) * 97) + head) * 97;
        }

        account = Mod97Check.Append(account, symbol);
        return account < 0 ? -1 : (((place * 97) + head) * 97) + account;
    }

    public override bool Holds(int state) =>
        state / (97 * 97) == HeadSymbols && (((state % 97) * HeadScale) + (state / 97 % 97)) % 97 == 1;
}
