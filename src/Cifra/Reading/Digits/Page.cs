using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

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

    /// <summary>Finds the ink and the digits of a grey picture.</summary>
    public static Page Find(GrayImage picture, ReadingOptions options, InkTrace? trace) => ShowsOne(picture.Width, picture.Height, options)
        ? new(DigitPicture.Of(picture, options.WorkingSide, trace))
        : new(PictureInk.Of(picture, InkOptions(options), trace), options);

    /// <summary>Finds the ink and the digits of a picture in colour.</summary>
    public static Page Find(ColorImage picture, ReadingOptions options, InkTrace? trace) => ShowsOne(picture.Width, picture.Height, options)
        ? new(DigitPicture.Of(picture, options.WorkingSide, trace))
        : new(PictureInk.Of(picture, InkOptions(options), trace), options);

    /// <summary>[784] one digit as the network wants it.</summary>
    public void Normalize(DigitInk digit, Span<byte> pixels) =>
        DigitNormalizer.Normalize(DigitIsolator.Cut(_ink.Ink, _components, digit), pixels);

    /// <summary>A box of this page in pixels of the picture: every pixel that it touches.</summary>
    public PixelBox InPicture(PixelBox box) => _ink.InGiven(box);

    private static bool ShowsOne(int width, int height, ReadingOptions options) => options.MaxDigits == 1 || DigitPicture.HasRoomForOneOnly(width, height);

    private static PictureInkOptions InkOptions(ReadingOptions options) => PictureInkOptions.Default with { WorkingSide = options.WorkingSide };
}
