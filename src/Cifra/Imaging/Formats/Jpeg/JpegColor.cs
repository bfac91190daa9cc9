using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Chooses the colour model of the components, and converts rows of them to RGBA.</summary>
internal static class JpegColor
{
    // BT.601 at full range (JFIF 1.02), in 16 bits of fraction.
    private const int RedOfCr = 91881;    // 1.40200
    private const int GreenOfCb = -22554; // 0.34414
    private const int GreenOfCr = -46802; // 0.71414
    private const int BlueOfCb = 116130;  // 1.77200
    private const int Half = 1 << 15;

    /// <summary>The model by the convention that all decoders follow, since the standard itself leaves it open.</summary>
    /// <param name="components">The frame's.</param>
    /// <param name="hasJfif">True after a JFIF header, which knows only grey and YCbCr.</param>
    /// <param name="adobeTransform">From an Adobe segment: 0 none, 1 YCbCr, 2 YCCK; null without the segment.</param>
    public static JpegColorModel ModelOf(JpegComponent[] components, bool hasJfif, int? adobeTransform)
    {
        switch (components.Length)
        {
            case 1:
                return JpegColorModel.Gray;
            case 4:
                return adobeTransform is null or 0 ? JpegColorModel.Cmyk : JpegColorModel.Ycck;
            default:
                bool named = components[0].Id == 'R' && components[1].Id == 'G' && components[2].Id == 'B';
                bool isRgb = !hasJfif && (adobeTransform is int transform ? transform == 0 : named);
                return isRgb ? JpegColorModel.Rgb : JpegColorModel.YCbCr;
        }
    }

    /// <summary>One row of pixels from the rows of the components; <paramref name="d"/> is black or empty, b and c may be empty too.</summary>
    public static void ToRgba(
        JpegColorModel model, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d, Span<byte> rgba)
    {
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        switch (model)
        {
            case JpegColorModel.Gray:
                a = a[..pixels.Length];
                for (int x = 0; x < pixels.Length; x++)
                {
                    pixels[x] = Pixel(a[x], a[x], a[x]);
                }

                break;
            case JpegColorModel.Rgb:
                for (int x = 0; x < pixels.Length; x++)
                {
                    pixels[x] = Pixel(a[x], b[x], c[x]);
                }

                break;
            case JpegColorModel.YCbCr:
                FromYCbCr(a, b, c, pixels);
                break;
            case JpegColorModel.Cmyk:
                for (int x = 0; x < pixels.Length; x++)
                {
                    pixels[x] = Pixel(Times(a[x], d[x]), Times(b[x], d[x]), Times(c[x], d[x]));
                }

                break;
            default:
                FromYCbCr(a, b, c, pixels);
                for (int x = 0; x < pixels.Length; x++)
                {
                    Span<byte> pixel = rgba.Slice(4 * x, 4);
                    pixels[x] = Pixel(Times(255 - pixel[0], d[x]), Times(255 - pixel[1], d[x]), Times(255 - pixel[2], d[x]));
                }

                break;
        }
    }

    private static void FromYCbCr(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blues, ReadOnlySpan<byte> reds, Span<uint> pixels)
    {
        luma = luma[..pixels.Length];
        blues = blues[..pixels.Length];
        reds = reds[..pixels.Length];
        for (int x = 0; x < pixels.Length; x++)
        {
            int y = luma[x];
            int cb = blues[x] - 128;
            int cr = reds[x] - 128;
            int red = y + (((RedOfCr * cr) + Half) >> 16);
            int green = y + (((GreenOfCb * cb) + (GreenOfCr * cr) + Half) >> 16);
            int blue = y + (((BlueOfCb * cb) + Half) >> 16);
            pixels[x] = ((uint)(red | green | blue) & 0xFFFFFF00) == 0
                ? Pixel(red, green, blue)
                : Pixel(Math.Clamp(red, 0, 255), Math.Clamp(green, 0, 255), Math.Clamp(blue, 0, 255));
        }
    }

    private static int Times(int level, int light) => ((level * light) + 127) / 255;

    /// <summary>Four bytes in memory order red, green, blue, 255.</summary>
    private static uint Pixel(int red, int green, int blue)
    {
        uint pixel = (uint)(red | (green << 8) | (blue << 16)) | 0xFF000000;
        return BitConverter.IsLittleEndian ? pixel : BinaryPrimitives.ReverseEndianness(pixel);
    }
}
