using Cifra.Cli;

using var interrupt = new Interrupt();
return App.Run(args, Shell.OfProcess(), interrupt.Token);
