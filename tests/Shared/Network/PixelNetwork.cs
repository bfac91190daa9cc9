using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Tests.Network;

/// <summary>A network small enough to compute by hand: two features, each one pixel, and ten scores from them.</summary>
internal static class PixelNetwork
{
    public const int FirstPixel = 300;
    public const int SecondPixel = 500;

    /// <summary>Features are the two pixels in 0..1; the score of 3 is ten times the first, of 8 ten times the second, all others are 0.</summary>
    public static NeuralNetwork Create(int outputs = 10)
    {
        var features = new Dense(DigitInput.Size, 2, random: null);
        features.Parameters[0].Values[FirstPixel] = 1;
        features.Parameters[0].Values[DigitInput.Size + SecondPixel] = 1;
        var scores = new Dense(2, outputs, random: null);
        scores.Parameters[0].Values[3 * 2] = 10;
        scores.Parameters[0].Values[(8 * 2) + 1] = 10;
        return new NeuralNetwork(new Shape(1, 1, DigitInput.Side, DigitInput.Side), mean: 0, deviation: 1, [new Flatten(), features, new Relu(), scores]);
    }

    /// <summary>Pictures whose two pixels have those levels.</summary>
    public static DigitSet Pictures(params (byte First, byte Second, byte Label)[] pictures)
    {
        byte[] pixels = new byte[pictures.Length * DigitInput.Size];
        for (int i = 0; i < pictures.Length; i++)
        {
            pixels[(i * DigitInput.Size) + FirstPixel] = pictures[i].First;
            pixels[(i * DigitInput.Size) + SecondPixel] = pictures[i].Second;
        }

        return new DigitSet("two pixels", pixels, [.. pictures.Select(picture => picture.Label)]);
    }
}
