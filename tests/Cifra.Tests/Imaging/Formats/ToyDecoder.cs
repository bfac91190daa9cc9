using System.Text;
using Cifra.Imaging;
using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats;

/// <summary>A format as a user might add it: "TOY", a byte of width, a byte of height, a grey byte a pixel.</summary>
/// <param name="name">The name of the format; its signature too.</param>
/// <param name="decode">What to do in place of decoding; null to decode.</param>
internal sealed class ToyDecoder(string name = "TOY", Func<PictureLimits, ColorImage?>? decode = null) : IPictureDecoder
{
    public string Name => name;

    public static byte[] File(byte width, byte height, params byte[] pixels) => [.. "TOY"u8, width, height, .. pixels];

    public bool Recognizes(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.ASCII.GetBytes(name));

    public ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationToken cancellation)
    {
        if (decode is not null)
        {
            return decode(limits)!;
        }

        (int width, int height) = (bytes[3], bytes[4]);
        byte[] rgba = new byte[4 * width * height];
        for (int i = 0; i < width * height; i++)
        {
            rgba.AsSpan(4 * i, 3).Fill(bytes[5 + i]);
            rgba[(4 * i) + 3] = 255;
        }

        return new ColorImage(width, height, rgba);
    }
}
