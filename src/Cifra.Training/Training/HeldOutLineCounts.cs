namespace Cifra.Training;

/// <summary>How many lines composed of held-out pictures a line network is measured on.</summary>
/// <param name="Watched">Lines that the loss and the accuracy of each epoch are measured on, 1 or more.</param>
/// <param name="Fitted">Lines that the weights of the evidence are fitted on, 1 or more.</param>
/// <param name="Scored">Further lines, read with those weights; error rates are promised from them. 1 or more.</param>
internal sealed record HeldOutLineCounts(int Watched, int Fitted, int Scored)
{
    /// <summary>2,000, 3,000 and 6,000: what the shipped networks were measured with.</summary>
    public static HeldOutLineCounts Default { get; } = new(2000, 3000, 6000);
}
