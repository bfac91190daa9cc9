namespace Cifra.Cli;

/// <summary>What the process's exit code says. A contract with scripts: docs/command-line.md.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int InternalError = 1;
    public const int Usage = 2;
    public const int InputUnreadable = 3;
    public const int ModelInvalid = 4;
    public const int SomeInputsFailed = 5;
    public const int Refused = 6;
    public const int AccuracyNotMet = 7;
    public const int Interrupted = 130;
}
