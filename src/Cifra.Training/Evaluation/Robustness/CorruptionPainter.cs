using Cifra.Data;
using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Makes the corrupted copy of a set. What becomes of a picture depends on its place in the set, the corruption, the strength and the seed alone.</summary>
internal sealed class CorruptionPainter(RobustnessOptions options)
{
    private readonly Workers _workers = new(options.Threads);

    /// <summary>The set corrupted; without a corruption as it is, but by the same way to the network.</summary>
    public DigitSet Paint(DigitSet set, Corruption? corruption, int strength)
    {
        byte[] pixels = new byte[set.AllPixels.Length];
        _workers.For(set.Count, (image, _) =>
        {
            Span<byte> to = pixels.AsSpan(image * DigitInput.Size, DigitInput.Size);
            if (corruption is null)
            {
                set.Pixels(image).CopyTo(to);
            }
            else
            {
                corruption.Apply(set.Pixels(image), to, corruption.Dial[strength - 1], new SeededRandom(options.Seed, corruption.Key, image));
            }

            if (options.PicturePath)
            {
                var picture = new GrayImage(DigitInput.Side, DigitInput.Side, to.ToArray());
                DigitPicture.Of(picture).Normalize(to);
            }
        });
        return new DigitSet(set.Name, pixels, set.Labels.ToArray());
    }
}
