namespace Cifra.Training;

/// <summary>What a training costs in arithmetic.</summary>
public static class TrainingCost
{
    // Back takes about twice as much as forward: a gradient to the inputs and one to the weights.
    private const int PassesOfAPicture = 3;

    /// <summary>Operations of a whole training, in units of 10¹²: three times the way forward for every picture of every epoch.</summary>
    /// <param name="flops">Operations of the way forward for one picture.</param>
    /// <param name="images">Pictures of an epoch, 0 or more.</param>
    /// <param name="epochs">Times through them, 0 or more.</param>
    /// <param name="nonDigitShare">The recipe's <see cref="Recipe.NonDigitShare"/>: pictures that come on top.</param>
    /// <remarks>
    /// Operations are those of the direct method, a multiply-add counting as two. The average of weights, the optimizer's own work, augmentation and the
    /// look at held-out pictures are left out: together they are a few per cent. So is what a teacher takes.
    /// </remarks>
    public static double TeraFlops(long flops, int images, int epochs, double nonDigitShare = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(flops);
        ArgumentOutOfRangeException.ThrowIfNegative(images);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        Guard.InRange(nonDigitShare, 0, 1);
        return PassesOfAPicture * (1 + nonDigitShare) * flops * images * epochs / 1e12;
    }
}
