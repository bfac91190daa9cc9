namespace Cifra.Cli;

/// <summary>What the user asked for cannot be: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
