using Cifra.Imaging;
using Cifra.Network.Digits;
using Cifra.Reading;

namespace Cifra.Tests.Reading;

/// <summary>Readings made by hand.</summary>
internal static class ReadPictures
{
    public static PictureReading Of(params ReadNumber[] numbers) => new(400, 200, numbers);

    /// <summary>A number of digits of 10x20 pixels with a gap of 2, all as sure as the number is.</summary>
    public static ReadNumber Number(string digits, double confidence, int x, int y) => new(
        digits,
        confidence,
        Decision.Accept,
        new PixelBox(x, y, (12 * digits.Length) - 2, 20),
        [.. digits.Select((c, i) => new ReadDigit(c - '0', confidence, [new RankedDigit(3, 0.05f)], new PixelBox(x + (12 * i), y, 10, 20)))]);
}
