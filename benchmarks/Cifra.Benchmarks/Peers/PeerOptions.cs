namespace Cifra.Benchmarks.Peers;

/// <summary>What to compare, and how.</summary>
/// <param name="Rounds">Alternating rounds of each row.</param>
/// <param name="Seconds">Length of a side's round.</param>
/// <param name="Only">Only rows whose work contains this; empty for all.</param>
/// <param name="Data">Folder of MNIST's files for the time to 99 %; null leaves that row out.</param>
/// <param name="Root">The repository's folder.</param>
/// <param name="Python">The program that runs PyTorch.</param>
internal sealed record PeerOptions(int Rounds, double Seconds, string Only, string? Data, string Root, string Python)
{
    public string Script(string name) => Path.Combine(Root, "benchmarks", "peers", name);

    /// <summary>This program, which also runs ONNX Runtime.</summary>
    public static string Benchmarks => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Cifra.Benchmarks.exe" : "Cifra.Benchmarks");

    /// <summary>The command line as it was built with this program, in Release.</summary>
    public string Cifra => Path.Combine(Root, "src", "Cifra.Cli", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "Cifra.Cli.exe" : "Cifra.Cli");
}
