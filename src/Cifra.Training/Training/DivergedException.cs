namespace Cifra.Training;

/// <summary>A training whose numbers grew beyond all bounds; a lower learning rate is the usual remedy.</summary>
/// <param name="message">Where it happened.</param>
/// <param name="inner">What showed it, or null.</param>
public sealed class DivergedException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
