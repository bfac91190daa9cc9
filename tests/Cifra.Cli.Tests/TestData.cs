using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;

namespace Cifra.Cli.Tests;

/// <summary>Small data sets of drawn digits, in the formats that users bring.</summary>
internal static class TestData
{
    /// <summary>Writes NAME-images-idx3-ubyte and NAME-labels-idx1-ubyte, as yann.lecun.com/exdb/mnist describes them.</summary>
    /// <returns>The folder.</returns>
    public static string WriteIdx(string folder, string name, DigitSet set)
    {
        Directory.CreateDirectory(folder);
        byte[] images = [0, 0, 8, 3, .. BigEndian(set.Count), .. BigEndian(28), .. BigEndian(28), .. set.AllPixels];
        byte[] labels = [0, 0, 8, 1, .. BigEndian(set.Count), .. set.Labels];
        File.WriteAllBytes(Path.Combine(folder, $"{name}-images-idx3-ubyte"), images);
        File.WriteAllBytes(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), labels);
        return folder;
    }

    /// <summary>Writes Kaggle's CSV: label,pixel0..783, or the pixels alone.</summary>
    public static string WriteCsv(string path, DigitSet set, bool labelled)
    {
        var csv = new StringBuilder(labelled ? "label," : "");
        csv.AppendJoin(',', Enumerable.Range(0, 784).Select(i => string.Create(CultureInfo.InvariantCulture, $"pixel{i}"))).Append('\n');
        for (int i = 0; i < set.Count; i++)
        {
            csv.Append(labelled ? string.Create(CultureInfo.InvariantCulture, $"{set.Labels[i]},") : "");
            csv.AppendJoin(',', set.Pixels(i).ToArray()).Append('\n');
        }

        File.WriteAllText(path, csv.ToString());
        return path;
    }

    /// <summary>Writes each picture as a PNG into a sub-folder of its class.</summary>
    public static string WritePictures(string folder, DigitSet set)
    {
        for (int i = 0; i < set.Count; i++)
        {
            string place = Path.Combine(folder, set.Labels[i].ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(place);
            File.WriteAllBytes(
                Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{i}.png")),
                PngEncoder.Encode(new GrayImage(28, 28, set.Pixels(i).ToArray())));
        }

        return folder;
    }

    /// <summary>Writes a picture of a number: dark ink on light paper.</summary>
    public static string WriteNumber(string path, string digits)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Number(digits));
        return path;
    }

    /// <summary>The same as bytes.</summary>
    public static byte[] Number(string digits) => PngEncoder.Encode(DrawnDigits.DrawNumber(digits, 120, seed: 9));

    /// <summary>A sheet of paper that nobody wrote on.</summary>
    public static string WriteBlank(string path)
    {
        var paper = new GrayImage(200, 100);
        paper.Pixels.Fill(235);
        File.WriteAllBytes(path, PngEncoder.Encode(paper));
        return path;
    }

    private static byte[] BigEndian(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
