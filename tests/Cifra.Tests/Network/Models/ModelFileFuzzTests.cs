using System.Text;
using Cifra.Network.Digits;
using Cifra.Network.Models;

namespace Cifra.Tests.Network.Models;

/// <summary>Damaged model files end in the one exception or in a network that classifies, whatever layer of the file the damage is in.</summary>
public sealed class ModelFileFuzzTests
{
    private static readonly byte[] Picture = new byte[784];

    [Fact]
    public void Parse_DamagedBytes_IsRefusedOrWorks() =>
        Mutation.Fuzz([ModelBytes.Sound()], 6_000, 41, Load);

    [Fact]
    public void Parse_DamagedHeaderOfRightLength_IsRefusedOrWorks()
    {
        (byte[] header, byte[] numbers) = ModelBytes.Split(ModelBytes.Sound());

        Mutation.Fuzz([header], 6_000, 42, damaged => Load(ModelBytes.Of(damaged, numbers)));
    }

    [Fact]
    public void Parse_DamagedNumbersUnderARightDigest_IsRefusedOrWorks()
    {
        byte[] numbers = ModelBytes.Split(ModelBytes.Sound()).Numbers;

        Mutation.Fuzz([numbers], 4_000, 43, damaged => Load(ModelBytes.Edited(numbers: _ => damaged)));
    }

    [Theory]
    [InlineData("network")]
    [InlineData("card")]
    public void Parse_DamagedTextInSoundHeader_IsRefusedOrWorks(string key)
    {
        string? text = null;
        ModelBytes.WithText(key, found => text = found);

        Mutation.Fuzz([Encoding.UTF8.GetBytes(text!)], 6_000, 44, damaged =>
            Load(ModelBytes.WithText(key, _ => Encoding.UTF8.GetString(damaged))));
    }

    private static void Load(byte[] bytes)
    {
        float[] probabilities = new float[DigitClassifier.Classes];
        ModelFile.Parse(bytes, ModelBytes.Name).Probabilities(Picture, probabilities);
    }
}
