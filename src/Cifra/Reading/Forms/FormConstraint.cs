using Cifra.Reading.Forms.Constraints;

namespace Cifra.Reading.Forms;

/// <summary>
/// A constraint between the fields of a form: <c>sum(a, b, c) = total</c>, <c>month at most 12</c>, <c>start &lt;= end</c>. docs/forms.md has the syntax.
/// </summary>
public sealed class FormConstraint
{
    private readonly ConstraintExpression _left;
    private readonly ConstraintComparison _comparison;
    private readonly ConstraintExpression _right;

    internal FormConstraint(string text, ConstraintExpression left, ConstraintComparison comparison, ConstraintExpression right)
    {
        Text = text;
        (_left, _comparison, _right) = (left, comparison, right);
        Fields = [.. left.Names.Concat(right.Names).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The constraint as it is written.</summary>
    public string Text { get; }

    /// <summary>The names of its fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Parses a constraint.</summary>
    /// <param name="text">The constraint.</param>
    /// <param name="fields">The names that it may use.</param>
    /// <exception cref="FormatException">The text is no constraint; the message says what is wrong and where.</exception>
    public static FormConstraint Parse(string text, IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        return new ConstraintParser(text, fields).Parse();
    }

    /// <summary>
    /// A sentence that says how the constraint is violated; null if it holds, or cannot be checked because a field is empty or was not read.
    /// </summary>
    /// <param name="values">
    /// The value of a field by its name: a number as 1234.56, a date as 2019-12-22; null if it is not known. In a sum, null counts as 0.
    /// </param>
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
            return null; // no such number fits in a field
        }
    }

    /// <summary>The constraint as it is written.</summary>
    public override string ToString() => Text;
}
