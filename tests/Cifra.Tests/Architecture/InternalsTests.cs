using System.Runtime.CompilerServices;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Architecture;

/// <summary>Library packages and tests may see the internals of a library; front ends have the public API alone.</summary>
public sealed class InternalsTests
{
    [Fact]
    public void Libraries_Internals_AreOpenToLibrariesAndTestsOnly()
    {
        string[] allowed = ["Cifra.Training", "Cifra.Onnx", "Cifra.Documents", "Cifra.Benchmarks"];

        Assert.All(FriendsOf(typeof(Tensor)).Concat(FriendsOf(typeof(Trainer))), friend =>
            Assert.True(allowed.Contains(friend) || friend.EndsWith(".Tests", StringComparison.Ordinal), $"{friend} may not see internals."));
    }

    private static IEnumerable<string> FriendsOf(Type type) =>
        type.Assembly.GetCustomAttributes(typeof(InternalsVisibleToAttribute), false).Cast<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);
}
