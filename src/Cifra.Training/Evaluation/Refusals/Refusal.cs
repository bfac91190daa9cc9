using Cifra.Numerics;
using Cifra.Reading;

namespace Cifra.Evaluation.Refusals;

/// <summary>What a promise did on an evaluated set: how much was accepted, and how much of that was wrong.</summary>
public sealed record Refusal
{
    private Refusal(SelectiveRiskThreshold promise) => Promise = promise;

    /// <summary>What was promised from the held-out pictures; nothing of the evaluated set went into it.</summary>
    public SelectiveRiskThreshold Promise { get; }

    /// <summary>Number of pictures of the set.</summary>
    public required int Images { get; init; }

    /// <summary>How many were accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many of those were read wrong.</summary>
    public required int Errors { get; init; }

    /// <summary>The part that was accepted, 0..1.</summary>
    public double Coverage => (double)Accepted / Images;

    /// <summary>The part of the accepted that is wrong; 0 where none was accepted.</summary>
    public double Error => Accepted == 0 ? 0 : (double)Errors / Accepted;

    /// <summary>The upper 95 % bound of the error among the accepted, from this set alone; 1 where none was accepted.</summary>
    public double ErrorUpper95 => ClopperPearson.Upper95(Errors, Accepted);

    /// <summary>Whether no more than the promised part of the accepted was wrong; null where nothing was promised.</summary>
    public bool? Held => Promise.Threshold is null ? null : Error <= Promise.MaxError;

    /// <summary>Applies a promise to what a network said about a labelled set.</summary>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public static Refusal Of(SelectiveRiskThreshold promise, Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(predictions);
        Labelled.Expect(predictions);
        int accepted = 0;
        int errors = 0;
        for (int i = 0; i < predictions.Count; i++)
        {
            if (promise.Accepts(predictions.Confidence(i), predictions.NotADigit(i)))
            {
                accepted++;
                errors += predictions.Read[i] == predictions.Set.Labels[i] ? 0 : 1;
            }
        }

        return new Refusal(promise) { Images = predictions.Count, Accepted = accepted, Errors = errors };
    }
}
