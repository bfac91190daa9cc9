using System.Runtime.CompilerServices;

namespace Cifra;

/// <summary>Argument checks that the platform's <c>ThrowIf…</c> family lacks.</summary>
internal static class Guard
{
    /// <summary>Refuses two spans of different length, naming both and their lengths.</summary>
    public static void SameLength<TLeft, TRight>(
        ReadOnlySpan<TLeft> left,
        ReadOnlySpan<TRight> right,
        [CallerArgumentExpression(nameof(left))] string leftName = "",
        [CallerArgumentExpression(nameof(right))] string rightName = "")
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException(
                $"{leftName} has {left.Length} values, {rightName} has {right.Length}; they must match.", rightName);
        }
    }

    /// <summary>Refuses an empty span.</summary>
    public static void NotEmpty<T>(ReadOnlySpan<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("At least one value is needed.", name);
        }
    }

    /// <summary>Refuses a number outside <paramref name="least"/>..<paramref name="most"/>, and NaN.</summary>
    public static void InRange(double value, double least, double most, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
        }
    }
}
