using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Cifra.Tests;

/// <summary>The setting that the parent made is in force; anywhere else there is nothing to see.</summary>
public sealed class LesserMachineTests
{
    [Fact]
    public void Machine_AsTheParentAsked_LacksWhatItShould()
    {
        switch (Environment.GetEnvironmentVariable(MachineTests.ExpectedVariable))
        {
            case "DOTNET_EnableAVX2":
                Assert.False(Avx2.IsSupported);
                Assert.Equal(4, Vector<float>.Count);
                break;
            case "DOTNET_EnableHWIntrinsic":
                Assert.False(Vector.IsHardwareAccelerated);
                break;
            default:
                Assert.True(Vector<float>.Count >= 4);
                break;
        }
    }
}
