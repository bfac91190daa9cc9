using System.Globalization;

namespace Cifra.Reading.Forms;

/// <summary>One side of a rule.</summary>
internal abstract record RuleExpression
{
    /// <summary>The fields in it.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Its value; null where a field that it needs has none.</summary>
    public abstract decimal? Evaluate(Func<string, string?> values);

    /// <summary>It with the fields' values in place of their names.</summary>
    public abstract string Filled(Func<string, string?> values);

    /// <summary>What its value is and where that comes from: "12 + 30 is 42", "total is 48".</summary>
    public virtual string Explain(Func<string, string?> values, decimal value) => $"{Filled(values)} is {value.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A number.</summary>
    internal sealed record Number(decimal Value) : RuleExpression
    {
        public override IEnumerable<string> Names => [];

        public override decimal? Evaluate(Func<string, string?> values) => Value;

        public override string Filled(Func<string, string?> values) => Value.ToString(CultureInfo.InvariantCulture);

        public override string Explain(Func<string, string?> values, decimal value) => $"the limit is {Filled(values)}";
    }

    /// <summary>A field. A date counts as its day, so that two can be compared.</summary>
    internal sealed record Field(string Name) : RuleExpression
    {
        public override IEnumerable<string> Names => [Name];

        public override decimal? Evaluate(Func<string, string?> values)
        {
            string? text = values(Name);
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.DayNumber
                : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) ? number
                : null;
        }

        public override string Filled(Func<string, string?> values) => values(Name) ?? "nothing";

        public override string Explain(Func<string, string?> values, decimal value) => $"{Name} is {Filled(values)}";
    }

    /// <summary>Several added up; what has no value counts for nothing, but not all of them may.</summary>
    internal sealed record Sum(IReadOnlyList<RuleExpression> Parts) : RuleExpression
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

    /// <summary>Two that are added, subtracted or multiplied.</summary>
    internal sealed record Pair(RuleExpression Left, char Sign, RuleExpression Right) : RuleExpression
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

        private string Bracketed(RuleExpression part, Func<string, string?> values)
        {
            bool loose = part is Sum { Parts.Count: > 1 } || (part is Pair inner && (Sign == '*' || Sign == '-') && inner.Sign != '*');
            return loose ? $"({part.Filled(values)})" : part.Filled(values);
        }
    }
}
