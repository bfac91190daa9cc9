using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Digits;

/// <summary>A picture that shows one digit, and the 28x28 pixels of it that a network sees. The one definition of that way.</summary>
/// <remarks>
/// Readers, picture folders, training scenes and corrupted pictures all go it: <see cref="PictureInk"/>, the digit told from what is around it
/// (<see cref="DigitIsolator"/>), <see cref="DigitNormalizer"/>. A network must be trained again where it changes.
/// </remarks>
internal sealed class DigitPicture
{
    /// <summary>
    /// Longer side, in pixels, up to which a picture holds no page, and its strokes may be as thin as a pattern or a rule. Below it these steps cost digits:
    /// of 5,000 of MNIST's training pictures pattern and rules together cost 30.
    /// </summary>
    private const int SmallSide = 256;

    /// <summary>Longer side, in pixels, up to which a picture has room for one digit only.</summary>
    private const int OneDigitSide = 32;

    private static readonly PictureInkOptions Large = PictureInkOptions.Default with { Subject = "one digit", KeepFaint = true, Straighten = false };
    private static readonly PictureInkOptions Small = Large with { FindPage = false, SuppressPattern = false, RemoveRules = false };

    private DigitPicture(PictureInk ink)
    {
        Ink = ink;
        Components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        Digit = DigitIsolator.Choose(Components);
    }

    /// <summary>All ink of the picture.</summary>
    public PictureInk Ink { get; }

    /// <summary>The connected components of the ink.</summary>
    public ConnectedComponents Components { get; }

    /// <summary>The components that are the digit; null where there is none.</summary>
    public DigitInk? Digit { get; }

    /// <summary>Whether a picture is so small that it shows one digit, whatever else it is taken for.</summary>
    public static bool HasRoomForOneOnly(int width, int height) => Math.Max(width, height) <= OneDigitSide;

    /// <summary>The digit of a picture in colour.</summary>
    public static DigitPicture Of(ColorImage picture, InkTrace? trace = null) =>
        Of(PictureInk.Of(picture, Steps(picture.Width, picture.Height, PictureInkOptions.Default.WorkingSide), trace));

    /// <summary>The digit of a grey picture, of dark ink on bright paper or the other way round.</summary>
    public static DigitPicture Of(GrayImage picture, InkTrace? trace = null) =>
        Of(PictureInk.Of(picture, Steps(picture.Width, picture.Height, PictureInkOptions.Default.WorkingSide), trace));

    /// <summary>The digit of a picture whose ink was taken by <see cref="Steps"/>.</summary>
    public static DigitPicture Of(PictureInk ink) => new(ink);

    /// <summary>The steps from a picture of one digit to its ink.</summary>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="workingSide">Longer side, in pixels, to which larger pictures are shrunk.</param>
    public static PictureInkOptions Steps(int width, int height, int workingSide) =>
        (Math.Max(width, height) <= SmallSide ? Small : Large) with { WorkingSide = workingSide };

    /// <summary>What the network sees.</summary>
    /// <param name="pixels">[784] receives the normalized digit, bright ink on black; all black where there is none.</param>
    public void Normalize(Span<byte> pixels)
    {
        if (Digit is null)
        {
            pixels.Clear();
            return;
        }

        DigitNormalizer.Normalize(DigitIsolator.Cut(Ink.Ink, Components, Digit), pixels);
    }
}
