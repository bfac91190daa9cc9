using Cifra.Data;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Network;

namespace Cifra.Reporting;

/// <summary>Pictures as addresses that hold the picture itself.</summary>
internal static class PngUri
{
    /// <summary>One picture of a set.</summary>
    public static string Of(DigitSet set, int index) => Of(new GrayImage(DigitInput.Side, DigitInput.Side, set.Pixels(index).ToArray()));

    /// <summary>Several pictures of a set side by side, at least one.</summary>
    public static string Strip(DigitSet set, IReadOnlyList<int> indices)
    {
        var strip = new GrayImage(DigitInput.Side * indices.Count, DigitInput.Side);
        for (int i = 0; i < indices.Count; i++)
        {
            for (int y = 0; y < DigitInput.Side; y++)
            {
                set.Pixels(indices[i]).Slice(y * DigitInput.Side, DigitInput.Side).CopyTo(strip.Row(y)[(i * DigitInput.Side)..]);
            }
        }

        return Of(strip);
    }

    /// <summary>A picture in colour.</summary>
    public static string Of(ColorImage image) => Of(PngEncoder.Encode(image));

    /// <summary>A grey picture.</summary>
    public static string Of(GrayImage image) => Of(PngEncoder.Encode(image));

    private static string Of(byte[] png) => $"data:image/png;base64,{Convert.ToBase64String(png)}";
}
