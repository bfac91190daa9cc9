using System.Collections.Concurrent;
using Cifra.Network;

namespace Cifra.Reading;

/// <summary>The thresholds for numbers that are read digit by digit, one for each number of digits.</summary>
/// <remarks>
/// A number is wrong if one of its digits is, so its error is at most the sum of theirs (the union bound): each of n digits is held to 1/n of the rate.
/// Digits need not be independent for that; the errors of one writer come together. docs/decisions/0007-promises.md.
/// </remarks>
internal sealed class SelectiveRiskThresholds(HeldOutScores scores, double maxError)
{
    private readonly ConcurrentDictionary<int, SelectiveRiskThreshold> _made = new();

    /// <summary>The thresholds that options ask for; null where they name no error rate.</summary>
    /// <param name="options">How to read.</param>
    /// <param name="scores">How the network for digits did on held-out pictures; null where its file does not say.</param>
    /// <exception cref="ArgumentException">An error rate is asked for, and there are no scores to promise it from.</exception>
    public static SelectiveRiskThresholds? Of(ReadingOptions options, HeldOutScores? scores)
    {
        if (options.MaxError is not { } rate)
        {
            return null;
        }

        return scores is not null
            ? new SelectiveRiskThresholds(scores, rate)
            : throw new ArgumentException("The network's file has no held-out scores, from which alone a rate of errors can be promised.", nameof(options));
    }

    /// <summary>The threshold that each digit of a number has to pass.</summary>
    /// <param name="digits">How many digits the number has, 1 or more.</param>
    public SelectiveRiskThreshold For(int digits) => _made.GetOrAdd(digits, n => SelectiveRiskThreshold.Of(scores, maxError / n));
}
