namespace Cifra.Reading.Grammars;

/// <summary>ISO/IEC 7064 MOD 97-10: the whole number leaves 1 when divided by 97; a letter stands for two digits, A for 10 to Z for 35.</summary>
internal sealed class Mod97Check : Check
{
    public override string Name => "mod 97";

    public override int Step(int state, char symbol) => Append(state, symbol);

    public override bool Holds(int state) => state == 1;

    /// <summary>The remainder after one more digit or letter; -1 for any other symbol.</summary>
    public static int Append(int remainder, char symbol) => symbol switch
    {
        >= '0' and <= '9' => ((remainder * 10) + symbol - '0') % 97,
        >= 'A' and <= 'Z' => ((remainder * 100) + symbol - 'A' + 10) % 97,
        _ => -1,
    };
}
