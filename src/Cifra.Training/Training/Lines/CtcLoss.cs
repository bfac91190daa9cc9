using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Training.Lines;

/// <summary>The loss of a line network: -log of the probability of what the line says, over all ways to spread its symbols over the steps.</summary>
/// <remarks>
/// Graves et al. 2006. With p the softmax of a step's scores and g the share of the paths, weighed by their probability, that show class k at that step,
/// the gradient to score k is (pₖ - gₖ)/N. Sums of paths are kept as logarithms.
/// </remarks>
internal sealed class CtcLoss
{
    private readonly string _symbols;
    private float[] _logarithms = [];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _shares = [];

    /// <summary>The loss over some symbols; the blank comes after them.</summary>
    public CtcLoss(string symbols) => _symbols = symbols;

    /// <summary>The loss of a batch, its gradient, and how many lines are read right.</summary>
    /// <param name="logits">[N, S·K, 1, T/S] scores of K classes: the channels of a place hold those of S steps, one after the other.</param>
    /// <param name="texts">[N] what the lines say.</param>
    /// <param name="gradient">[N, S·K, 1, T/S] receives the gradient of the batch's mean loss; zero in lanes beyond N.</param>
    /// <returns>The sum (not mean) of the lines' losses, and the number whose likeliest path is the text.</returns>
    /// <exception cref="ArgumentException">A text has a symbol that is not known, or is too long for the line.</exception>
    public (double Loss, int Correct) Evaluate(Tensor logits, ReadOnlySpan<string> texts, Tensor gradient)
    {
        double loss = 0;
        int correct = 0;
        gradient.Values.Clear();
        for (int n = 0; n < logits.Shape.Count; n++)
        {
            float[] logarithms = Logarithms(logits, n);
            loss += Line(logarithms, texts[n], n, logits.Shape.Count, gradient);
            correct += new LineScores(_symbols, logarithms, columns: 1).BestPath() == texts[n] ? 1 : 0;
        }

        return (loss, correct);
    }

    private float[] Logarithms(Tensor logits, int n)
    {
        int classes = _symbols.Length + 1;
        int ofPlace = logits.Shape.Channels / classes;
        int steps = logits.Shape.Width * ofPlace;
        if (_logarithms.Length != classes * steps)
        {
            _logarithms = new float[classes * steps];
        }

        for (int step = 0; step < steps; step++)
        {
            Span<float> row = _logarithms.AsSpan(step * classes, classes);
            for (int k = 0; k < classes; k++)
            {
                row[k] = logits[n, (step % ofPlace * classes) + k, 0, step / ofPlace];
            }

            LogSoftmax.Apply(row);
        }

        return _logarithms;
    }

    private double Line(float[] logarithms, string text, int n, int count, Tensor gradient)
    {
        int classes = _symbols.Length + 1;
        int steps = logarithms.Length / classes;
        Span<int> symbols = stackalloc int[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            symbols[i] = _symbols.IndexOf(text[i], StringComparison.Ordinal);
        }

        if (symbols.Contains(-1) || Ctc.LeastSteps(symbols) > steps)
        {
            throw new ArgumentException($"\"{text}\" is not made of \"{_symbols}\", or does not fit {steps} steps.", nameof(text));
        }

        int states = (2 * symbols.Length) + 1;
        Forward(logarithms, symbols, steps, states);
        Backward(logarithms, symbols, steps, states);
        double total = Ctc.Sum(_forward[(steps * states) - 1], states > 1 ? _forward[(steps * states) - 2] : Ctc.Never);
        for (int step = 0; step < steps; step++)
        {
            Gradient(logarithms.AsSpan(step * classes, classes), symbols, step, states, total, n, count, gradient);
        }

        return -total;
    }

    private void Forward(ReadOnlySpan<float> logarithms, ReadOnlySpan<int> symbols, int steps, int states)
    {
        _forward = ScratchSlot(_forward, steps * states);
        int classes = _symbols.Length + 1;
        ReadOnlySpan<double> now = [];
        for (int step = 0; step < steps; step++)
        {
            Span<double> next = _forward.AsSpan(step * states, states);
            Ctc.Advance(logarithms.Slice(step * classes, classes), symbols, now, next, first: step == 0);
            now = next;
        }
    }

    // [step x state] the logarithm of the probability of the steps after this one, from this state.
    private void Backward(ReadOnlySpan<float> logarithms, ReadOnlySpan<int> symbols, int steps, int states)
    {
        _backward = ScratchSlot(_backward, steps * states);
        int classes = _symbols.Length + 1;
        Span<double> last = _backward.AsSpan((steps - 1) * states, states);
        last.Fill(Ctc.Never);
        last[^1] = 0;
        if (states > 1)
        {
            last[^2] = 0;
        }

        for (int step = steps - 2; step >= 0; step--)
        {
            ReadOnlySpan<float> row = logarithms.Slice((step + 1) * classes, classes);
            Span<double> after = _backward.AsSpan((step + 1) * states, states);
            Span<double> here = _backward.AsSpan(step * states, states);
            for (int s = 0; s < states; s++)
            {
                double sum = after[s] + row[ClassOf(s, symbols)];
                if (s + 1 < states)
                {
                    sum = Ctc.Sum(sum, after[s + 1] + row[ClassOf(s + 1, symbols)]);
                }

                if (s % 2 == 1 && s + 2 < states && symbols[s / 2] != symbols[(s / 2) + 1])
                {
                    sum = Ctc.Sum(sum, after[s + 2] + row[ClassOf(s + 2, symbols)]);
                }

                here[s] = sum;
            }
        }
    }

    private void Gradient(ReadOnlySpan<float> row, ReadOnlySpan<int> symbols, int step, int states, double total, int n, int count, Tensor gradient)
    {
        _shares = ScratchSlot(_shares, row.Length);
        _shares.AsSpan(0, row.Length).Clear();
        for (int s = 0; s < states; s++)
        {
            int at = (step * states) + s;
            _shares[ClassOf(s, symbols)] += Math.Exp(_forward[at] + _backward[at] - total);
        }

        int ofPlace = gradient.Shape.Channels / row.Length;
        for (int k = 0; k < row.Length; k++)
        {
            gradient[n, (step % ofPlace * row.Length) + k, 0, step / ofPlace] = (float)((Math.Exp(row[k]) - _shares[k]) / count);
        }
    }

    private int ClassOf(int state, ReadOnlySpan<int> symbols) => state % 2 == 0 ? _symbols.Length : symbols[state / 2];

    private static double[] ScratchSlot(double[] array, int length) => array.Length >= length ? array : new double[length];
}
