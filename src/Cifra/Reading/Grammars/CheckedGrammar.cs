namespace Cifra.Reading.Grammars;

/// <summary>The texts of a pattern whose check digits are right.</summary>
internal sealed class CheckedGrammar : Grammar
{
    private readonly PatternGrammar _form;
    private readonly Check _check;
    private readonly MachineStates _states;

    public CheckedGrammar(PatternGrammar form, Check check)
        : base(form.Name)
    {
        _form = form;
        _check = check;
        _states = new MachineStates(new CheckedMachine(form.Machine, check));
    }

    /// <inheritdoc/>
    public override GrammarState Start => _states.Start;

    /// <inheritdoc/>
    protected override string Reason(string text) => _form.Objection(text) ?? $"the check digit ({_check.Name}) is wrong";

    /// <inheritdoc/>
    protected override string Value(string text) => _form.Canonical(text);
}
