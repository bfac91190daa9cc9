namespace Cifra.Reading.Forms;

/// <summary>Something that the fields of a form must agree on: <c>sum(a, b, c) = total</c>, <c>month at most 12</c>, <c>start &lt;= end</c>. docs/forms.md.</summary>
public sealed class FormConstraint
{
    private readonly RuleExpression _left;
    private readonly RuleComparison _comparison;
    private readonly RuleExpression _right;

    internal FormConstraint(string text, RuleExpression left, RuleComparison comparison, RuleExpression right)
    {
        Text = text;
        (_left, _comparison, _right) = (left, comparison, right);
        Fields = [.. left.Names.Concat(right.Names).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The rule as it is written.</summary>
    public string Text { get; }

    /// <summary>The names of the fields that it is about.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule.</param>
    /// <param name="fields">The names that it may use.</param>
    /// <exception cref="FormatException">It is none; the message says what is wrong with it and where.</exception>
    public static FormConstraint Parse(string text, IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        return new RuleParser(text, fields).Parse();
    }

    /// <summary>Says in a sentence how the rule is broken; null where it holds, or cannot be checked because a field is empty or was not read.</summary>
    /// <param name="values">The value of each field: a number as 1234.56, a date as 2019-12-22; null where it is not known. A sum takes what is null for nothing.</param>
    public string? Objection(Func<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        try
        {
            return _left.Evaluate(values) is { } left && _right.Evaluate(values) is { } right && !_comparison.Holds(left, right)
                ? $"{Text} does not hold: {_left.Explain(values, left)}, {_right.Explain(values, right)}"
                : null;
        }
        catch (OverflowException)
        {
            return null; // nothing that is written in a field is so large
        }
    }

    /// <summary>The rule.</summary>
    public override string ToString() => Text;
}
