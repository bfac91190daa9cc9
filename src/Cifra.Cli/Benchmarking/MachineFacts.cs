using System.Reflection;
using System.Runtime.InteropServices;

namespace Cifra.Cli.Benchmarking;

/// <summary>What a figure was measured on.</summary>
/// <param name="Processor">Its name, as far as the system tells.</param>
/// <param name="Cores">Processors that the program may use.</param>
/// <param name="VectorBits">Width of the vectors that the kernels use.</param>
/// <param name="Runtime">".NET 10.0.1".</param>
/// <param name="Version">The program's own.</param>
internal sealed record MachineFacts(string Processor, int Cores, int VectorBits, string Runtime, string Version)
{
    private const string LinuxFile = "/proc/cpuinfo";

    public static MachineFacts Read() => new(
        ProcessorName(),
        Environment.ProcessorCount,
        FmaPeak.VectorBits,
        RuntimeInformation.FrameworkDescription,
        typeof(MachineFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string ProcessorName()
    {
        string? name = File.Exists(LinuxFile)
            ? File.ReadLines(LinuxFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return string.IsNullOrEmpty(name) ? RuntimeInformation.ProcessArchitecture.ToString() : name;
    }
}
