using Cifra.Imaging;
using Cifra.Network.Digits;

namespace Cifra.Reading.Lines;

/// <summary>All ways to cut a line into digits: its cuts, and what the digit network says of the ink between any two that are a digit's width apart.</summary>
internal sealed class Lattice
{
    /// <summary>Ink fainter than this is paper or pattern; what the digit network sees begins here.</summary>
    private const byte Faintest = 70;

    /// <summary>A digit is at most this many columns wide.</summary>
    private const int WidestDigit = 32;

    /// <summary>Rows of ink that a digit has at least.</summary>
    private const int LeastHeight = 9;

    /// <summary>Pixels of ink below which there is nothing.</summary>
    private const int Speck = 5;

    /// <summary>Natural logarithm of how likely ink the size of a digit is passed over by mistake.</summary>
    private const double PassOver = -3;

    private readonly Dictionary<(int From, int To), Segment> _segments = [];

    private Lattice(Cuts cuts) => Cuts = cuts;

    /// <summary>The cuts, left to right.</summary>
    public Cuts Cuts { get; }

    /// <summary>The segments that a path may take from a cut.</summary>
    public IEnumerable<Segment> From(int cut)
    {
        for (int to = cut + 1; to < Cuts.Count; to++)
        {
            if (_segments.TryGetValue((cut, to), out Segment? segment))
            {
                yield return segment;
            }
        }
    }

    /// <summary>[784 x N] in, [10 x N] probabilities and [N] of being no digit out.</summary>
    internal delegate void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit);

    /// <summary>The lattice of a normalized line.</summary>
    public static Lattice Of(GrayImage line, Classify classify)
    {
        GrayImage ink = Clear(line);
        var lattice = new Lattice(Cuts.Of(ink));
        List<(Segment Segment, GrayImage Ink)> digits = [];
        for (int from = 0; from + 1 < lattice.Cuts.Count; from++)
        {
            for (int to = from + 1; to < lattice.Cuts.Count; to++)
            {
                if (to > from + 1 && lattice.Cuts.Middle(to) - lattice.Cuts.Middle(from) > WidestDigit)
                {
                    break;
                }

                lattice.Add(ink, from, to, digits);
            }
        }

        lattice.Look(digits, classify);
        return lattice;
    }

    private static GrayImage Clear(GrayImage line)
    {
        var ink = new GrayImage(line.Width, line.Height, line.Pixels.ToArray());
        foreach (ref byte level in ink.Pixels)
        {
            level = level < Faintest ? (byte)0 : level;
        }

        return ink;
    }

    private void Add(GrayImage ink, int from, int to, List<(Segment Segment, GrayImage Ink)> digits)
    {
        GrayImage part = Between(ink, from, to);
        PixelBox box = PixelBox.AroundInk(part);
        int area = Area(part);
        var segment = new Segment(from, to, box with { X = box.X + Left(from) });
        if (area < Speck || box.Height < LeastHeight)
        {
            if (to == from + 1)
            {
                _segments[(from, to)] = segment with { LogNothing = -0.05 * area / Speck }; // a point or a dash: nothing for the digits
            }

            return;
        }

        digits.Add((segment, box.CutFrom(part)));
    }

    private int Left(int cut) => Cuts.Columns(cut).ToArray().Min();

    // The ink right of one cut and left of the other.
    private GrayImage Between(GrayImage ink, int from, int to)
    {
        int left = Left(from);
        int right = Cuts.Columns(to).ToArray().Max();
        var part = new GrayImage(Math.Max(1, right - left), ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            int begin = Cuts.Columns(from)[y];
            int end = Cuts.Columns(to)[y];
            if (end > begin)
            {
                ink.Row(y)[begin..end].CopyTo(part.Row(y)[(begin - left)..]);
            }
        }

        return part;
    }

    private static int Area(GrayImage part)
    {
        int area = 0;
        foreach (byte level in part.Pixels)
        {
            area += level > 0 ? 1 : 0;
        }

        return area;
    }

    private void Look(List<(Segment Segment, GrayImage Ink)> digits, Classify classify)
    {
        byte[] pixels = new byte[digits.Count * DigitNormalizer.Side * DigitNormalizer.Side];
        for (int i = 0; i < digits.Count; i++)
        {
            DigitNormalizer.Normalize(digits[i].Ink, pixels.AsSpan(i * DigitNormalizer.Side * DigitNormalizer.Side, DigitNormalizer.Side * DigitNormalizer.Side));
        }

        float[] probabilities = new float[digits.Count * DigitClassifier.Classes];
        float[] notADigit = new float[digits.Count];
        classify(pixels, probabilities, notADigit);
        for (int i = 0; i < digits.Count; i++)
        {
            Segment segment = digits[i].Segment;
            _segments[(segment.From, segment.To)] = segment with
            {
                Digits = probabilities.AsSpan(i * DigitClassifier.Classes, DigitClassifier.Classes).ToArray(),
                NotADigit = notADigit[i],
                LogNothing = segment.To == segment.From + 1 ? Math.Min(PassOver, Math.Log(Math.Max(1e-3, notADigit[i]))) : double.NegativeInfinity,
            };
        }
    }
}
