namespace Cifra.Cli.Tests;

/// <summary>Tests that start processes or build: they run one after the other, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunAlone
{
    public const string Name = "alone";
}
