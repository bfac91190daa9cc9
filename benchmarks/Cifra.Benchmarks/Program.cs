using System.CommandLine;
using System.Globalization;
using BenchmarkDotNet.Running;
using Cifra.Benchmarks;
using Cifra.Benchmarks.Peers;
using Cifra.Benchmarks.Repair;
using Cifra.Network.Models;

if (args is ["peers" or OnnxCheckCommand.Name or OnnxPeer.Name, ..])
{
    return await new RootCommand("Benchmarks of Cifra.") { PeersCommand.Create(), OnnxCheckCommand.Create(), OnnxPeer.Create() }.Parse(args).InvokeAsync();
}

if (args is ["repair", ..])
{
    int images = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 500;
    return RepairFigures.Run(args.Length > 1 ? args[1] : Pretrained.MnistName, images, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(BenchConfig).Assembly).Run(args, new BenchConfig());
return 0;
