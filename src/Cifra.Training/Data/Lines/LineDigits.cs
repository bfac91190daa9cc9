using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>Pictures of digits to compose lines of, by label.</summary>
internal sealed class LineDigits
{
    private readonly DigitSet? _set;
    private readonly int[][] _ofDigit;

    /// <summary>The pictures of a labelled set; none where there is no set.</summary>
    public LineDigits(DigitSet? set)
    {
        _set = set;
        _ofDigit = [.. Enumerable.Range(0, 10).Select(digit => set is null ? [] : Enumerable.Range(0, set.Count).Where(i => set.Labels[i] == digit).ToArray())];
        Any = Array.TrueForAll(_ofDigit, images => images.Length > 0);
    }

    /// <summary>Whether there is a picture of each digit.</summary>
    public bool Any { get; }

    /// <summary>A picture of a digit, its edges a little softened.</summary>
    public GrayImage Pick(int digit, SeededRandom random)
    {
        int[] images = _ofDigit[digit];
        return InkDamage.Soften(new GrayImage(DigitInput.Side, DigitInput.Side, _set!.Pixels(images[random.Next(images.Length)]).ToArray()));
    }
}
