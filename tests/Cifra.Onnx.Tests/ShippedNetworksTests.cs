using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Numerics;
using Cifra.Onnx.Format;
using Google.Protobuf;

namespace Cifra.Onnx.Tests;

/// <summary>Exported classifiers, run by ONNX Runtime on drawn digits, give the probabilities that the library gives.</summary>
public sealed class ShippedNetworksTests
{
    private const int Digits = DigitClassifier.Classes;

    private static readonly DigitSet Drawn = DrawnDigits.Create(100, seed: 5);

    public static TheoryData<string, bool> Cases => [.. Pretrained.Names.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Export_ShippedNetwork_GivesTheLibrarysProbabilities(string name, bool keepNorms)
    {
        DigitClassifier classifier = Pretrained.Load(name);

        Agreement.Expect(Expected(classifier), Found(Exported(classifier, new OnnxOptions { KeepNorms = keepNorms })));
    }

    [Fact]
    public void Export_EachNetworkOfAnEnsemble_TheirMeanIsTheEnsembles()
    {
        var ensemble = new DigitClassifier([Pretrained.Mnist.Network, Pretrained.Field.Network]);

        float[][] found = [.. ensemble.Networks.Select(network => Found(Exported(new DigitClassifier(network), new OnnxOptions())))];

        Agreement.Expect(Expected(ensemble), [.. found[0].Zip(found[1], (a, b) => (a + b) / 2)]);
        Assert.False(Agreement.Holds(Expected(ensemble), found[0])); // the two do not agree anyway
    }

    // The comparison above must notice one wrong number in any tensor of the file. With norms folded, a large weight always has a large effect.
    [Fact]
    public void Export_OneNumberOfATensorAltered_IsNoticed()
    {
        byte[] file = Exported(Pretrained.Mnist, new OnnxOptions());
        float[] expected = Expected(Pretrained.Mnist);
        Assert.True(Agreement.Holds(expected, Found(file)));

        for (int tensor = 0; tensor < ModelProto.Parser.ParseFrom(file).Graph.Initializer.Count; tensor++)
        {
            ModelProto model = ModelProto.Parser.ParseFrom(file);
            TensorProto altered = model.Graph.Initializer[tensor];
            Alter(altered);

            Assert.False(Agreement.Holds(expected, Found(model.ToByteArray())), $"an altered number of {altered.Name} goes unnoticed");
        }
    }

    // Adds a tenth of itself to the number that is furthest from zero.
    private static void Alter(TensorProto tensor)
    {
        float[] values = [.. tensor.RawData.ToByteArray().Chunk(sizeof(float)).Select(four => BitConverter.ToSingle(four))];
        float furthest = values.MaxBy(Math.Abs);
        values[Array.IndexOf(values, furthest)] = furthest * 1.1f;
        tensor.RawData = ByteString.CopyFrom([.. values.SelectMany(BitConverter.GetBytes)]);
    }

    private static byte[] Exported(DigitClassifier classifier, OnnxOptions options)
    {
        using var stream = new MemoryStream();
        OnnxExporter.Export(classifier, stream, options);
        return stream.ToArray();
    }

    // The ten digits of every picture, then the probability that it shows none.
    private static float[] Expected(DigitClassifier classifier)
    {
        float[] digits = new float[Drawn.Count * Digits];
        float[] none = new float[Drawn.Count];
        classifier.Probabilities(Drawn.AllPixels, digits, none);
        return [.. digits, .. none];
    }

    // The same of an exported network. Of eleven probabilities, the last is "not a digit", and the library's ten are given that it is a digit.
    private static float[] Found(byte[] file)
    {
        using var model = new OnnxModel(file);
        float[] levels = [.. Drawn.AllPixels.ToArray().Select(level => (float)level)];
        float[] found = model.Run(levels, new Shape(Drawn.Count, 1, DigitInput.Side, DigitInput.Side)).Probabilities;
        float[][] pictures = [.. found.Chunk(found.Length / Drawn.Count)];
        return
        [
            .. pictures.SelectMany(picture => picture[..Digits].Select(p => p / picture[..Digits].Sum())),
            .. pictures.Select(picture => picture.ElementAtOrDefault(Digits)),
        ];
    }
}
