using Cifra.Imaging.Ink;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Cheques;

/// <summary>Reads one line within a grammar, and says how much it looks like a number at all.</summary>
internal sealed class FieldReader
{
    /// <summary>The fit of a text that has no path through the lattice: nothing is known then but what the line network says.</summary>
    private const double NoPath = -1;

    /// <summary>The most that a digit's being none, or a grammar's being violated, counts.</summary>
    private const double Worst = -4;

    private readonly LineRecognizer _lines;

    public FieldReader(DigitClassifier digits, LineClassifier lines, ReadingOptions options, Grammar grammar)
    {
        Grammar = grammar;
        _lines = new LineRecognizer(digits, lines, options, grammar);
    }

    /// <summary>What the field may hold.</summary>
    public Grammar Grammar { get; }

    /// <summary>Reads the field; null where it holds nothing of the grammar.</summary>
    public FieldAnswer? Read(ChequeField field, PictureInk page)
    {
        LineReading reading = _lines.Read(field.Ink, field.Line);
        return _lines.Decide(reading, field.Line, page) is { } number ? new FieldAnswer(number, Fit(reading)) : null;
    }

    private static double Fit(LineReading reading)
    {
        LineAnswer answer = reading.Answers[0];
        Segment[]? segments = LatticeDecoder.Align(reading.Lattice, answer.Digits)?.Digits;
        double digits = segments is null ? NoPath : segments.Average(segment => Math.Max(Worst, Math.Log(Math.Max(1e-6, 1 - segment.NotADigit))));
        if (reading.Unbound.Count == 0)
        {
            return digits;
        }

        double free = Ctc.LogProbability(reading.Scores, reading.Unbound[0]);
        double bound = Ctc.LogProbability(reading.Scores, answer.Text);
        return digits + Math.Max(Worst, Math.Min(0, bound - free) / answer.Digits.Length);
    }
}
