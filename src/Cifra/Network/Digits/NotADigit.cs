namespace Cifra.Network.Digits;

/// <summary>When a network says that a picture shows no digit.</summary>
internal static class NotADigit
{
    /// <summary>The threshold of a network that can tell, where its file names none.</summary>
    private const double Usual = 0.5;

    /// <summary>The probability of no digit above which a picture is refused; null where the network cannot tell.</summary>
    public static double? Threshold(DigitClassifier classifier) =>
        classifier.KnowsNonDigits ? classifier.Card.HeldOut?.NotADigitThreshold ?? Usual : null;
}
