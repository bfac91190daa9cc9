using Cifra.Imaging;
using Cifra.Network;

namespace Cifra.Data.Formats;

/// <summary>Pictures of one size as a file holds them, bright ink on black, before the normalizer.</summary>
/// <param name="Name">What to call them: the file's path.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Pixels">[N x Height x Width].</param>
/// <param name="Labels">[N] 0..9, or null where the file has none.</param>
internal sealed record PictureStack(string Name, int Width, int Height, byte[] Pixels, byte[]? Labels)
{
    /// <summary>Number of pictures.</summary>
    public int Count => Pixels.Length / (Width * Height);

    /// <summary>The set of 28x28 pictures that a network takes.</summary>
    /// <param name="normalize">Which pictures go through the normalizer.</param>
    /// <param name="keepAspect">Whether digits that fill a square frame keep that width; otherwise they are squeezed (<see cref="StretchedFrames"/>).</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="InvalidDataException">The pictures have another size and the normalizer was ruled out.</exception>
    public DigitSet ToDigitSet(Normalize normalize, bool keepAspect = false, CancellationToken cancellation = default)
    {
        bool fits = Width == DigitInput.Side && Height == DigitInput.Side;
        if (normalize == Normalize.Never && !fits)
        {
            throw InvalidData.At(
                Name, "picture size", $"{DigitInput.Side}x{DigitInput.Side}, as pictures must have that are not normalized", $"{Width}x{Height}");
        }

        if (fits && normalize != Normalize.Always)
        {
            return new DigitSet(Name, Pixels, Labels);
        }

        bool squeeze = !keepAspect && StretchedFrames.Recognizes(this);
        return new DigitSet(Name, Normalized(squeeze, cancellation), Labels) { Normalized = true, SqueezedTo = squeeze ? StretchedFrames.Width : null };
    }

    private byte[] Normalized(bool squeeze, CancellationToken cancellation)
    {
        byte[] to = new byte[Count * DigitInput.Size];
        var picture = new GrayImage(Width, Height);
        for (int i = 0; i < Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Pixels.AsSpan(i * Width * Height, Width * Height).CopyTo(picture.Pixels);
            DigitNormalizer.Normalize(squeeze ? StretchedFrames.Squeeze(picture) : picture).Pixels.CopyTo(to.AsSpan(i * DigitInput.Size));
        }

        return to;
    }
}
