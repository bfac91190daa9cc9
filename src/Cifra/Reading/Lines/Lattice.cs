using Cifra.Imaging;
using Cifra.Network.Digits;

namespace Cifra.Reading.Lines;

/// <summary>All ways to cut a line into digits: its cuts, and what the digit network says of the pieces between them.</summary>
/// <remarks>A piece lies between any two cuts that are at most a wide digit apart.</remarks>
internal sealed class Lattice
{
    private readonly Dictionary<(int From, int To), Segment> _segments = [];

    private readonly LatticeOptions _options;

    private Lattice(Cuts cuts, LatticeOptions options)
    {
        Cuts = cuts;
        _options = options;
    }

    /// <summary>The cuts, left to right.</summary>
    public Cuts Cuts { get; }

    /// <summary>A digit with a lower log-probability is not tried for a piece.</summary>
    public double LeastDigit => _options.LeastDigit;

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

    /// <summary>Classifies N pictures: [N x 784] pixels in; [N x 10] probabilities of the digits and [N] of no digit out.</summary>
    internal delegate void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit);

    /// <summary>The lattice of a normalized line.</summary>
    /// <param name="line">Bright ink on black.</param>
    /// <param name="classify">The network for single digits.</param>
    /// <param name="options">How lines are cut; <see cref="LatticeOptions.Default"/> by default.</param>
    public static Lattice Of(GrayImage line, Classify classify, LatticeOptions? options = null)
    {
        options ??= LatticeOptions.Default;
        GrayImage ink = Clear(line, options.Faintest);
        var lattice = new Lattice(Cuts.Of(ink, options), options);
        List<(Segment Segment, GrayImage Ink)> digits = [];
        for (int from = 0; from + 1 < lattice.Cuts.Count; from++)
        {
            for (int to = from + 1; to < lattice.Cuts.Count; to++)
            {
                if (to > from + 1 && lattice.Cuts.Middle(to) - lattice.Cuts.Middle(from) > options.WidestDigit)
                {
                    break;
                }

                lattice.Add(ink, from, to, digits);
            }
        }

        lattice.Look(digits, classify);
        return lattice;
    }

    private static GrayImage Clear(GrayImage line, byte faintest)
    {
        var ink = new GrayImage(line.Width, line.Height, line.Pixels.ToArray());
        foreach (ref byte level in ink.Pixels)
        {
            level = level < faintest ? (byte)0 : level;
        }

        return ink;
    }

    private void Add(GrayImage ink, int from, int to, List<(Segment Segment, GrayImage Ink)> digits)
    {
        GrayImage part = Between(ink, from, to);
        PixelBox box = PixelBox.AroundInk(part);
        int area = Area(part);
        var segment = new Segment(from, to, box with { X = box.X + Left(from) });
        if (area < _options.Speck || box.Height < _options.LowestDigit)
        {
            if (to == from + 1)
            {
                // a point or a dash: no digit
                _segments[(from, to)] = segment with { LogNothing = _options.PassOverSpeck * area / _options.Speck };
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
        const int Size = DigitNormalizer.Side * DigitNormalizer.Side;
        byte[] pixels = new byte[digits.Count * Size];
        for (int i = 0; i < digits.Count; i++)
        {
            DigitNormalizer.Normalize(digits[i].Ink, pixels.AsSpan(i * Size, Size));
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
                LogNothing = segment.To == segment.From + 1
                    ? Math.Min(_options.PassOverDigit, Math.Log(Math.Max(1e-3, notADigit[i])))
                    : double.NegativeInfinity,
            };
        }
    }
}
