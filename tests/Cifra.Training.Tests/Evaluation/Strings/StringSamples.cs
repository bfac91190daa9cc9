using Cifra.Evaluation.Strings;
using Cifra.Reading.Output;

namespace Cifra.Tests.Evaluation.Strings;

/// <summary>Measured sets made by hand.</summary>
internal static class StringSamples
{
    /// <summary>Pictures 0.png, 1.png, … ; what was read is null where the picture could not be.</summary>
    public static StringReport Report(params (string Truth, string? Read, double Confidence)[] pictures) => new([.. pictures.Select(Score)])
    {
        Data = "by hand",
        Model = "sha256:00",
        Seconds = 2,
    };

    private static StringScore Score((string Truth, string? Read, double Confidence) picture, int index)
    {
        var truth = new StringTruth($"{index}.png", picture.Truth);
        return picture.Read is { } read
            ? StringScore.Of(truth, new StringAnswer(read, picture.Confidence, picture.Confidence >= 0.5))
            : StringScore.Unreadable(truth, $"{index}.png: gone");
    }
}
