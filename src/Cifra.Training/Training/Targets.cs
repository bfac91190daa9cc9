using Cifra.Network.Digits;

namespace Cifra.Training;

/// <summary>What the network ought to say about each picture of a batch: a distribution over the classes.</summary>
internal sealed class Targets
{
    private readonly int _classes;
    private readonly float _smoothing;
    private readonly float _teacherShare;
    private float[] _values = [];

    /// <summary>Targets over some classes.</summary>
    /// <param name="classes">10, or 11 with "not a digit".</param>
    /// <param name="smoothing">Share spread evenly over all classes (Szegedy et al. 2016, arXiv:1512.00567).</param>
    /// <param name="teacherShare">Share that a teacher gives, where there is one.</param>
    public Targets(int classes, double smoothing, double teacherShare)
    {
        _classes = classes;
        _smoothing = (float)smoothing;
        _teacherShare = (float)teacherShare;
    }

    /// <summary>Sets the targets of a batch from its labels, and from what a teacher says of its digits.</summary>
    /// <param name="labels">[N] true classes.</param>
    /// <param name="taught">[N x 10] the teacher's probabilities; empty for none. A picture of no digit takes nothing from it.</param>
    /// <returns>[N x classes], each row summing to 1; good until the next batch.</returns>
    public ReadOnlySpan<float> Of(ReadOnlySpan<byte> labels, ReadOnlySpan<float> taught)
    {
        if (_values.Length < labels.Length * _classes)
        {
            _values = new float[labels.Length * _classes];
        }

        Span<float> targets = _values.AsSpan(0, labels.Length * _classes);
        targets.Fill(_smoothing / _classes);
        for (int n = 0; n < labels.Length; n++)
        {
            Span<float> row = targets.Slice(n * _classes, _classes);
            row[labels[n]] += 1 - _smoothing;
            if (!taught.IsEmpty && labels[n] < DigitClassifier.Classes)
            {
                Mix(row, taught.Slice(n * DigitClassifier.Classes, DigitClassifier.Classes));
            }
        }

        return targets;
    }

    private void Mix(Span<float> row, ReadOnlySpan<float> taught)
    {
        for (int k = 0; k < row.Length; k++)
        {
            row[k] *= 1 - _teacherShare;
            row[k] += k < taught.Length ? _teacherShare * taught[k] : 0;
        }
    }
}
