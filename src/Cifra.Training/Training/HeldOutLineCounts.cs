namespace Cifra.Training;

/// <summary>How many composed lines the confidence of a line network is fitted on, and how many others its held-out scores are made of.</summary>
/// <param name="Fitted">Lines that the weights of the evidence are fitted on, 1 or more.</param>
/// <param name="Scored">Further lines, read with those weights; error rates are promised from them. 1 or more.</param>
internal sealed record HeldOutLineCounts(int Fitted, int Scored)
{
    /// <summary>3,000 and 6,000: what the shipped networks were measured with.</summary>
    public static HeldOutLineCounts Default { get; } = new(3000, 6000);
}
