using System.Globalization;
using Cifra.Data;
using Cifra.Data.Formats;
using Cifra.Evaluation;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Network.Digits;

namespace Cifra.Benchmarks.Repair;

/// <summary>Measures what squeezing is worth to digits whose boxes were stretched to a square frame.</summary>
internal static class StretchedFigures
{
    private const byte BinaryLevel = 100;

    public static void Write(DigitSet set, DigitClassifier network, string model, TextWriter output)
    {
        foreach (int side in new[] { 16, 32 })
        {
            foreach (bool binary in new[] { true, false })
            {
                PictureStack stack = Stretched(set, side, binary);
                double kept = Evaluator.Evaluate(network, stack.ToDigitSet(Normalize.Auto, keepAspect: true)).Accuracy;
                DigitSet squeezed = stack.ToDigitSet(Normalize.Auto);
                string how = squeezed.SqueezedTo is null ? "not recognised" : "squeezed";
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{model}: {side}x{side} {(binary ? "binary" : "grey")}, {how}: {100 * kept:F2} -> {100 * Evaluator.Evaluate(network, squeezed).Accuracy:F2}"));
            }
        }
    }

    private static PictureStack Stretched(DigitSet set, int side, bool binary)
    {
        byte[] pixels = new byte[set.Count * side * side];
        for (int i = 0; i < set.Count; i++)
        {
            var picture = new GrayImage(DigitInput.Side, DigitInput.Side, set.Pixels(i).ToArray());
            GrayImage box = PixelBox.AroundInk(picture).CutFrom(picture);
            GrayImage stretched = Resample.Area(Resample.Bilinear(box, 4 * side, 4 * side), side, side);
            for (int p = 0; p < stretched.Pixels.Length; p++)
            {
                byte level = stretched.Pixels[p];
                pixels[(i * stretched.Pixels.Length) + p] = binary ? (byte)(level >= BinaryLevel ? 255 : 0) : level;
            }
        }

        return new PictureStack("stretched", side, side, pixels, set.Labels.ToArray());
    }
}
