namespace Cifra.Training;

/// <summary>A sound checkpoint, but of another training: of another recipe, seed or data.</summary>
/// <param name="message">Which file, and what differs.</param>
public sealed class ForeignCheckpointException(string message) : InvalidOperationException(message);
