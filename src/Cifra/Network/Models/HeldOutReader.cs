using System.Text.Json;

namespace Cifra.Network.Models;

/// <summary>Reads <see cref="HeldOutScores"/> from a model file's JSON.</summary>
internal static class HeldOutReader
{
    /// <summary>The scores.</summary>
    /// <exception cref="JsonException">
    /// A field too many, too few or of another kind, more errors than are ever kept, or numbers that do not fit together.
    /// </exception>
    public static HeldOutScores Read(ref JsonWalk walk)
    {
        int? pictures = null;
        int? refused = null;
        int? misread = null;
        List<HeldOutError>? errors = null;
        double? threshold = null;
        walk.Object();
        while (walk.Name() is { } name)
        {
            switch (name)
            {
                case "pictures": pictures = walk.Whole32(); break;
                case "refused": refused = walk.Whole32(); break;
                case "misread": misread = walk.Whole32(); break;
                case "errors": errors = Errors(ref walk); break;
                case "notADigitThreshold": threshold = walk.Number(); break;
                default: throw JsonWalk.Unknown(name);
            }
        }

        var scores = new HeldOutScores
        {
            Pictures = pictures ?? throw JsonWalk.Missing("pictures"),
            Refused = refused ?? throw JsonWalk.Missing("refused"),
            Misread = misread ?? throw JsonWalk.Missing("misread"),
            Errors = errors ?? throw JsonWalk.Missing("errors"),
            NotADigitThreshold = threshold,
        };
        return scores.Fault() is { } fault ? throw new JsonException(fault) : scores;
    }

    private static List<HeldOutError> Errors(ref JsonWalk walk)
    {
        List<HeldOutError> errors = [];
        walk.List();
        while (walk.NextObject())
        {
            if (errors.Count == HeldOutScores.MostErrors)
            {
                throw new JsonException($"there are more than {HeldOutScores.MostErrors} held-out errors");
            }

            errors.Add(Error(ref walk));
        }

        return errors;
    }

    private static HeldOutError Error(ref JsonWalk walk)
    {
        double? confidence = null;
        int? above = null;
        while (walk.Name() is { } name)
        {
            switch (name)
            {
                case "confidence": confidence = walk.Number(); break;
                case "above": above = walk.Whole32(); break;
                default: throw JsonWalk.Unknown(name);
            }
        }

        return new HeldOutError(confidence ?? throw JsonWalk.Missing("confidence"), above ?? throw JsonWalk.Missing("above"));
    }
}
