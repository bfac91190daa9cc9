using System.Globalization;

namespace Cifra.Reading.Grammars;

/// <summary>Amounts of money.</summary>
internal sealed class AmountGrammar : Grammar
{
    private readonly AmountOptions _options;
    private readonly PatternMachine _machine;
    private readonly MachineStates _states;
    private readonly Lazy<AmountGrammar> _withOrWithout; // tells whether a text is refused only because of its cents
    private readonly Lazy<AmountGrammar> _padded; // or only because of its leading zeros

    public AmountGrammar(AmountOptions options)
        : base(options.Cents == CentsRule.None ? "amount without cents" : options.Cents == CentsRule.Optional ? "amount" : "amount with cents")
    {
        Guard.InRange(options.MostDigits, 1, 15);
        _options = options;
        _machine = new PatternMachine(AmountPattern.Of(options));
        _states = new MachineStates(_machine);
        _padded = new Lazy<AmountGrammar>(() => new AmountGrammar(options with { Padded = true }));
        _withOrWithout = new Lazy<AmountGrammar>(() => new AmountGrammar(options with { Cents = CentsRule.Optional }));
    }

    /// <inheritdoc/>
    public override GrammarState Start => _states.Start;

    /// <inheritdoc/>
    protected override string Reason(string text)
    {
        int digits = text.Count(char.IsAsciiDigit);
        if (digits == 0)
        {
            return "there is no digit";
        }

        bool mayHaveCents = _options.Cents == CentsRule.None && _withOrWithout.Value.Accepts(text);
        bool mayLackCents = _options.Cents == CentsRule.Required && _withOrWithout.Value.Accepts(text);
        bool tooLong = digits > _options.MostDigits + (_options.Cents == CentsRule.None ? 0 : 2 + (text.Contains("/100", StringComparison.Ordinal) ? 3 : 0));
        return mayHaveCents ? "it has cents"
            : mayLackCents ? "the cents are missing"
            : !_options.Padded && _padded.Value.Accepts(text) ? "it begins with 0"
            : tooLong ? string.Create(CultureInfo.InvariantCulture, $"{digits} digits are too many; it has at most {_options.MostDigits} before the cents")
            : Reasons.Of(Start, text);
    }

    /// <inheritdoc/>
    protected override string Value(string text)
    {
        string value = _machine.ValueOf(text)!;
        int point = value.IndexOf('.', StringComparison.Ordinal);
        string whole = (point < 0 ? value : value[..point]).TrimStart('0');
        string cents = point >= 0 ? value[point..] : _options.Cents == CentsRule.None ? "" : ".00";
        return (whole.Length == 0 ? "0" : whole) + cents;
    }
}
