using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;

namespace Cifra.Reading.Digits;

/// <summary>A picture's ink, and the digits found in it.</summary>
internal sealed class Page
{
    private readonly PictureInk _ink;
    private readonly ConnectedComponents _components;

    private Page(PictureInk ink, ReadingOptions options)
    {
        _ink = ink;
        _components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        Digits = [.. DigitGrouping.Group(DigitParts.Choose(_components)).OrderByDescending(digit => digit.Area).Take(options.MaxDigits)];
    }

    private Page(DigitPicture one)
    {
        _ink = one.Ink;
        _components = one.Components;
        Digits = one.Digit is null ? [] : [one.Digit];
    }

    /// <summary>The digits found, the largest first.</summary>
    public IReadOnlyList<DigitInk> Digits { get; }

    /// <summary>Finds the ink and the digits of a picture.</summary>
    public static Page Find(GivenPicture picture, ReadingOptions options) => ShowsOne(picture.Width, picture.Height, options)
        ? new(DigitPicture.Of(picture.Ink(DigitPicture.Steps(picture.Width, picture.Height, options.WorkingSide))))
        : new(picture.Ink(InkOptions(options)), options);

    /// <summary>[784] one digit as the network wants it.</summary>
    public void Normalize(DigitInk digit, Span<byte> pixels) =>
        DigitNormalizer.Normalize(DigitIsolator.Cut(_ink.Ink, _components, digit), pixels);

    /// <summary>A box of this page in pixels of the picture: every pixel that it touches.</summary>
    public PixelBox InPicture(PixelBox box) => _ink.InGiven(box);

    private static bool ShowsOne(int width, int height, ReadingOptions options) => options.MaxDigits == 1 || DigitPicture.HasRoomForOneOnly(width, height);

    private static PictureInkOptions InkOptions(ReadingOptions options) => PictureInkOptions.Default with { WorkingSide = options.WorkingSide };
}
