namespace Cifra.Evaluation;

/// <summary>The loss that networks are trained to lower: how surprised they are by the truth.</summary>
internal static class CrossEntropy
{
    /// <summary>
    /// A probability below this, 0 above all, counts as this: the smallest normal float, whose loss is 87.3. So the loss is finite,
    /// and no probability that a float holds at full precision is touched.
    /// </summary>
    public const float Floor = 1.17549435e-38f;

    /// <summary>The loss of one picture: −ln of the probability given to the true digit.</summary>
    /// <param name="probability">0..1.</param>
    /// <returns>0 for certainty of the truth, up to 87.3 for none at all; in nats.</returns>
    public static double Of(float probability) => -Math.Log(Math.Max(probability, Floor)) + 0.0; // + 0: a loss of 0, never of −0

    /// <summary>The mean loss over all pictures.</summary>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public static double Mean(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Labelled.Expect(predictions);

        double sum = 0;
        for (int i = 0; i < predictions.Count; i++)
        {
            sum += Of(predictions.Probabilities(i)[predictions.Set.Labels[i]]);
        }

        return sum / predictions.Count;
    }
}
