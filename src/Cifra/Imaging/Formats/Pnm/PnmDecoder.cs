namespace Cifra.Imaging.Formats.Pnm;

/// <summary>Decodes PNM: bitmaps (P1, P4), grey maps (P2, P5) and colour maps (P3, P6), as text (P1 to P3) or raw.</summary>
/// <remarks>Of a file of several pictures the first is read. Source: the manual pages pbm, pgm and ppm of Netpbm.</remarks>
internal static class PnmDecoder
{
    public static bool Recognizes(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'P', >= (byte)'1' and <= (byte)'6', (byte)' ' or (byte)'#' or (>= 9 and <= 13), ..];

    public static ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck? check = null)
    {
        int kind = bytes[1] - '0';
        bool raw = kind >= 4;
        bool bitmap = kind is 1 or 4;
        int channels = kind is 3 or 6 ? 3 : 1;

        var reader = new PnmReader(bytes, name, start: 2);
        int width = reader.Number("the width");
        int height = reader.Number("the height");
        PictureBounds.CheckSize(name, 2, width, height, limits);
        int most = 1;
        if (!bitmap)
        {
            int place = reader.Position;
            most = reader.Number("the largest level");
            if (most is < 1 or > 65535)
            {
                throw InvalidData.At(name, place, "a largest level from 1 to 65535", $"{most}");
            }
        }

        if (raw)
        {
            reader.EndHeader();
        }

        // Text needs a digit a bit, or a digit and a space a number, the last without its space.
        int rowSamples = width * channels;
        long rowBytes = bitmap ? (width + 7) / 8 : (long)rowSamples * (most > 255 ? 2 : 1);
        long needed = raw ? rowBytes * height : bitmap ? (long)width * height : (2L * rowSamples * height) - 1;
        if (reader.Rest.Length < needed)
        {
            throw InvalidData.At(name, reader.Position, $"at least {needed} bytes of pixels", $"{reader.Rest.Length}");
        }

        byte[] rgba = new byte[4 * width * height];
        int[] samples = new int[rowSamples];
        for (int y = 0; y < height; y++)
        {
            check?.ThrowIfCancelled();
            if (raw)
            {
                int at = reader.Position + (int)(y * rowBytes);
                Unpack(bytes.Slice(at, (int)rowBytes), samples, bitmap, most);
            }
            else
            {
                for (int i = 0; i < rowSamples; i++)
                {
                    samples[i] = bitmap ? reader.Bit() : reader.Number("a sample");
                }
            }

            int above = samples.AsSpan().IndexOfAnyExceptInRange(0, most);
            if (above >= 0)
            {
                throw InvalidData.At(name, $"row {y}, column {above / channels}", $"a sample of at most {most}", $"{samples[above]}");
            }

            Write(samples, channels, bitmap, most, rgba.AsSpan(4 * y * width, 4 * width));
        }

        return new ColorImage(width, height, rgba);
    }

    private static void Unpack(ReadOnlySpan<byte> row, Span<int> samples, bool bitmap, int most)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = bitmap ? (row[i / 8] >> (7 - (i % 8))) & 1
                : most > 255 ? (row[2 * i] << 8) | row[(2 * i) + 1]
                : row[i];
        }
    }

    private static void Write(ReadOnlySpan<int> samples, int channels, bool bitmap, int most, Span<byte> rgba)
    {
        for (int x = 0; x < rgba.Length / 4; x++)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                int sample = samples[(x * channels) + (channel % channels)];
                int level = ((sample * 255) + (most / 2)) / most; // the nearest
                rgba[(4 * x) + channel] = (byte)(bitmap ? 255 - level : level); // a 1 of a bitmap is ink
            }

            rgba[(4 * x) + 3] = 255;
        }
    }
}
