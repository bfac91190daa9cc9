using Cifra.Evaluation.Strings;
using Cifra.Numerics;
using Cifra.Reading;

namespace Cifra.Evaluation.Lines;

/// <summary>How well line networks read composed lines. Made by <see cref="LineEvaluator"/>.</summary>
public sealed class LineReport
{
    internal LineReport(string data, bool isPlates, IReadOnlyList<ComposedLine> lines)
    {
        Data = data;
        IsPlates = isPlates;
        Lines = lines;
        Correct = lines.Count(line => line.Right);
        Characters = lines.Sum(line => line.Truth.Length);
        CharacterErrors = lines.Sum(line => EditDistance.Align(line.Truth, line.Read).Count(edit => !edit.IsRight));
    }

    /// <summary>What the lines are composed of.</summary>
    public string Data { get; }

    /// <summary>Whether they are rows of number plates.</summary>
    public bool IsPlates { get; }

    /// <summary>Number of lines.</summary>
    public int Count => Lines.Count;

    /// <summary>Lines of which every character is read right, and none too many.</summary>
    public int Correct { get; }

    /// <summary>Characters of all lines.</summary>
    public int Characters { get; }

    /// <summary>Characters to replace, add or remove to make the texts of what was read: the edit distance, summed over the lines.</summary>
    public int CharacterErrors { get; }

    /// <summary>The part of the lines that is read right, 0..1.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>Interval of the accuracy: 95 %.</summary>
    public WilsonInterval Interval95 => WilsonInterval.At95(Correct, Count);

    internal IReadOnlyList<ComposedLine> Lines { get; }

    /// <summary>The lines read wrong, the surest first, then in their order.</summary>
    internal IEnumerable<ComposedLine> Errors => Lines.Where(line => !line.Right).OrderByDescending(line => line.Confidence ?? 0); // a stable sort

    /// <summary>How many lines a threshold accepts, and how many of those are read wrong.</summary>
    internal (int Accepted, int Errors) Accepted(SelectiveRiskThreshold promise)
    {
        ComposedLine[] accepted = [.. Lines.Where(line => line.Confidence is { } confidence && promise.Accepts(confidence))];
        return (accepted.Length, accepted.Count(line => !line.Right));
    }
}

/// <summary>A composed line and how it was read.</summary>
/// <param name="Truth">What it says.</param>
/// <param name="Read">What was read.</param>
/// <param name="Confidence">Probability that this is right, 0..1; null where the networks have no fitted confidence.</param>
internal sealed record ComposedLine(string Truth, string Read, double? Confidence)
{
    /// <summary>Whether it was read right.</summary>
    public bool Right => Truth == Read;
}
