using System.Globalization;

namespace Cifra.Reading.Forms.Constraints;

/// <summary>One side of a constraint.</summary>
internal abstract record ConstraintExpression
{
    /// <summary>The names of its fields.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Its value; null if a field that it needs has no value.</summary>
    public abstract decimal? Evaluate(Func<string, string?> values);

    /// <summary>The expression with values in place of the fields' names: "12 + 30".</summary>
    public abstract string Filled(Func<string, string?> values);

    /// <summary>Its value and how it comes about: "12 + 30 is 42", "total is 48".</summary>
    public virtual string Explain(Func<string, string?> values, decimal value) => $"{Filled(values)} is {value.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A number.</summary>
    internal sealed record Number(decimal Value) : ConstraintExpression
    {
        public override IEnumerable<string> Names => [];

        public override decimal? Evaluate(Func<string, string?> values) => Value;

        public override string Filled(Func<string, string?> values) => Value.ToString(CultureInfo.InvariantCulture);

        public override string Explain(Func<string, string?> values, decimal value) => $"the limit is {Filled(values)}";
    }

    /// <summary>A field. The value of a date is its day number, so that dates can be compared.</summary>
    internal sealed record Field(string Name) : ConstraintExpression
    {
        public override IEnumerable<string> Names => [Name];

        public override decimal? Evaluate(Func<string, string?> values)
        {
            string? text = values(Name);
            const NumberStyles Number = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.DayNumber
                : decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out decimal number) ? number
                : null;
        }

        public override string Filled(Func<string, string?> values) => values(Name) ?? "nothing";

        public override string Explain(Func<string, string?> values, decimal value) => $"{Name} is {Filled(values)}";
    }

    /// <summary>A sum. Parts without a value count as 0; a sum of such parts alone has no value.</summary>
    internal sealed record Sum(IReadOnlyList<ConstraintExpression> Parts) : ConstraintExpression
    {
        public override IEnumerable<string> Names => Parts.SelectMany(part => part.Names);

        public override decimal? Evaluate(Func<string, string?> values)
        {
            decimal[] known = [.. Parts.Select(part => part.Evaluate(values)).OfType<decimal>()];
            return known.Length == 0 ? null : known.Sum();
        }

        public override string Filled(Func<string, string?> values) =>
            string.Join(" + ", Parts.Where(part => part.Evaluate(values) is not null).Select(part => part.Filled(values)));
    }

    /// <summary>The sum, difference or product of two expressions.</summary>
    internal sealed record Pair(ConstraintExpression Left, char Sign, ConstraintExpression Right) : ConstraintExpression
    {
        public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

        public override decimal? Evaluate(Func<string, string?> values)
        {
            decimal? left = Left.Evaluate(values);
            decimal? right = Right.Evaluate(values);
            return Sign switch
            {
                '+' => left + right,
                '-' => left - right,
                _ => left * right,
            };
        }

        public override string Filled(Func<string, string?> values) => $"{Bracketed(Left, values)} {Sign} {Bracketed(Right, values)}";

        private string Bracketed(ConstraintExpression part, Func<string, string?> values)
        {
            bool loose = part is Sum { Parts.Count: > 1 } || (part is Pair inner && (Sign == '*' || Sign == '-') && inner.Sign != '*');
            return loose ? $"({part.Filled(values)})" : part.Filled(values);
        }
    }
}
