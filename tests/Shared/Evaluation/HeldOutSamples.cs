using Cifra.Network;

namespace Cifra.Tests.Evaluation;

/// <summary>Held-out scores described by the places of their errors in the ranking.</summary>
internal static class HeldOutSamples
{
    /// <summary>Pictures of which those at the places given, 1 for the surest, are wrong; place p has the confidence 1 − p / pictures.</summary>
    public static HeldOutScores Of(int pictures, params int[] errors) => new()
    {
        Pictures = pictures,
        Misread = errors.Length,
        Errors = [.. errors.Select(place => new HeldOutError(1 - ((double)place / pictures), place - 1))],
    };
}
