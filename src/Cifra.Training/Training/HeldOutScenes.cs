using Cifra.Data;
using Cifra.Data.Scenes;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Draws held-out pictures into scenes, the same share as of the training pictures.</summary>
/// <remarks>Otherwise confidence and promised error rates would come from pictures that are easier than those the network is for.</remarks>
internal static class HeldOutScenes
{
    private const long Seed = 5; // one set for all trainings

    /// <summary>The set itself where the share is 0.</summary>
    /// <param name="held">Labelled pictures.</param>
    /// <param name="share">Part of them that is drawn into scenes, 0 to 1.</param>
    public static DigitSet Of(DigitSet held, double share)
    {
        if (share == 0)
        {
            return held;
        }

        var drawer = new SceneDrawer(new SceneOptions());
        byte[] pixels = held.AllPixels.ToArray();
        for (int i = 0; i < held.Count; i++)
        {
            if (new SeededRandom(Seed, i).NextDouble() < share)
            {
                drawer.DrawMixed(held.Pixels(i), held.Labels[i], pixels.AsSpan(i * DigitInput.Size, DigitInput.Size), Seed, epoch: 0, i);
            }
        }

        return new DigitSet(held.Name, pixels, held.Labels.ToArray());
    }
}
