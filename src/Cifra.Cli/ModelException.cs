namespace Cifra.Cli;

/// <summary>The network's file cannot be used: exit code 4.</summary>
internal sealed class ModelException(string message, Exception inner) : Exception(message, inner);
