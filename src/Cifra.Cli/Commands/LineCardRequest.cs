using Cifra.Data;
using Cifra.Network.Lines;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra model card</c> was asked about networks that read lines.</summary>
/// <param name="Classifier">The networks.</param>
/// <param name="Digits">Pictures to compose lines of; null for plates, which are drawn.</param>
/// <param name="Target">The Markdown file to write.</param>
/// <param name="Lines">Lines to read, 1 or more.</param>
/// <param name="Threads">Threads to use, 1 or more.</param>
/// <param name="WithSpeed">Whether to time the networks.</param>
internal sealed record LineCardRequest(LineClassifier Classifier, DigitData? Digits, string Target, int Lines, int Threads, bool WithSpeed);
