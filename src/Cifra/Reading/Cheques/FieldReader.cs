using Cifra.Imaging.Ink;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Cheques;

/// <summary>Reads one line within a grammar, and measures how well it fits a number of that kind.</summary>
internal sealed class FieldReader
{
    private static readonly ChequeOptions Options = ChequeOptions.Default;

    private readonly LineRecognizer _lines;

    public FieldReader(DigitClassifier digits, LineClassifier lines, ReadingOptions options, Grammar grammar)
    {
        Grammar = grammar;
        _lines = new LineRecognizer(digits, lines, options, grammar);
    }

    /// <summary>The grammar of the field.</summary>
    public Grammar Grammar { get; }

    /// <summary>Reads the field; null if it holds nothing of the grammar.</summary>
    public FieldAnswer? Read(ChequeField field, PictureInk page, CancellationCheck? check = null)
    {
        LineReading reading = _lines.Read(field.Ink, field.Line, check: check);
        return _lines.Decide(reading, field.Line, page) is { } number ? new FieldAnswer(number, Fit(reading)) : null;
    }

    // The mean log-probability that a piece of the line is a digit at all, plus what the grammar costs for each digit: how much less likely the best text
    // within the grammar is than the best text without it.
    private static double Fit(LineReading reading)
    {
        LineAnswer answer = reading.Answers[0];
        Segment[]? segments = LatticeDecoder.Align(reading.Lattice, answer.Digits)?.Digits;
        double digits = segments is null
            ? Options.FitWithoutPath
            : segments.Average(segment => Math.Max(Options.MinFit, Math.Log(Math.Max(1e-6, 1 - segment.NotADigit))));
        if (reading.Unbound.Count == 0)
        {
            return digits;
        }

        double free = Ctc.LogProbability(reading.Scores, reading.Unbound[0]);
        double bound = Ctc.LogProbability(reading.Scores, answer.Text);
        return digits + Math.Max(Options.MinFit, Math.Min(0, bound - free) / answer.Digits.Length);
    }
}
