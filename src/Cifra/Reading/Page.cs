using Cifra.Imaging;

namespace Cifra.Reading;

/// <summary>A picture's ink at the size that is worked in, and the digits found in it.</summary>
/// <remarks>A large photo is shrunk first: its digits have far more pixels than the network looks at, and its grain averages away.</remarks>
internal sealed class Page
{
    private readonly int _pictureWidth;
    private readonly int _pictureHeight;
    private readonly GrayImage _ink;
    private readonly ConnectedComponents _components;

    private Page(GrayImage picture, ReadingOptions options)
    {
        _pictureWidth = picture.Width;
        _pictureHeight = picture.Height;
        _ink = InkExtractor.Extract(Shrink(picture, options.WorkingSide));
        _components = ConnectedComponents.Find(_ink, DigitIsolator.Least);
        Digits = [.. DigitGrouping.Group(DigitParts.Choose(_components)).OrderByDescending(digit => digit.Area).Take(options.MaxDigits)];
    }

    /// <summary>The digits found, the largest first.</summary>
    public IReadOnlyList<DigitInk> Digits { get; }

    /// <summary>Finds the ink and the digits of a picture.</summary>
    public static Page Find(GrayImage picture, ReadingOptions options) => new(picture, options);

    /// <summary>[784] one digit as the network wants it.</summary>
    public void Normalize(DigitInk digit, Span<byte> pixels) =>
        DigitNormalizer.Normalize(DigitIsolator.Cut(_ink, _components, digit), pixels);

    /// <summary>A box of this page in pixels of the picture: every pixel that it touches.</summary>
    public PixelBox InPicture(PixelBox box)
    {
        int left = (int)((long)box.X * _pictureWidth / _ink.Width);
        int top = (int)((long)box.Y * _pictureHeight / _ink.Height);
        int right = Above((long)box.Right * _pictureWidth, _ink.Width);
        int bottom = Above((long)box.Bottom * _pictureHeight, _ink.Height);
        return new PixelBox(left, top, right - left, bottom - top);
    }

    private static int Above(long dividend, int divisor) => (int)((dividend + divisor - 1) / divisor);

    private static GrayImage Shrink(GrayImage picture, int side)
    {
        int longer = Math.Max(picture.Width, picture.Height);
        return longer <= side
            ? picture
            : Resample.Area(
                picture, (int)Math.Max(1, (long)picture.Width * side / longer), (int)Math.Max(1, (long)picture.Height * side / longer));
    }
}
