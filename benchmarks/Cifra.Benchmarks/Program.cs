using System.CommandLine;
using BenchmarkDotNet.Running;
using Cifra.Benchmarks;
using Cifra.Benchmarks.Peers;

if (args is ["peers" or OnnxCheckCommand.Name or OnnxPeer.Name, ..])
{
    return await new RootCommand("Benchmarks of Cifra.") { PeersCommand.Create(), OnnxCheckCommand.Create(), OnnxPeer.Create() }.Parse(args).InvokeAsync();
}

BenchmarkSwitcher.FromAssembly(typeof(BenchConfig).Assembly).Run(args, new BenchConfig());
return 0;
