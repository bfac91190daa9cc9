using System.Collections.Concurrent;
using Cifra.Network;

namespace Cifra.Reading;

/// <summary>Promises about whole numbers, made of promises about their digits.</summary>
/// <remarks>
/// A number is wrong where a digit is, so its error is at most the sum of its digits': each of n digits is held to the n-th part of the rate. No two digits need be
/// independent for that; one writer's errors come together. docs/decisions/0007-promises.md.
/// </remarks>
internal sealed class SelectiveRiskThresholds(HeldOutScores scores, double maxError)
{
    private readonly ConcurrentDictionary<int, SelectiveRiskThreshold> _made = new();

    /// <summary>The promises that options ask for; null where they ask for none.</summary>
    /// <param name="options">How to read.</param>
    /// <param name="scores">How the network for digits did on held-out pictures; null where it does not say.</param>
    /// <exception cref="ArgumentException">A rate of errors is asked for, and there are no scores to promise it from.</exception>
    public static SelectiveRiskThresholds? Of(ReadingOptions options, HeldOutScores? scores) => options.MaxError is not { } rate ? null : new SelectiveRiskThresholds(
        scores ?? throw new ArgumentException("The network's file has no held-out scores, from which alone a rate of errors can be promised.", nameof(options)), rate);

    /// <summary>The promise that each digit of a number of that many is held to.</summary>
    public SelectiveRiskThreshold For(int digits) => _made.GetOrAdd(digits, n => SelectiveRiskThreshold.Of(scores, maxError / n));
}
