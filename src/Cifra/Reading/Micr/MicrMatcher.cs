using System.Numerics;
using System.Text;
using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>Reads a strip: the characters, side by side, that together explain its ink best.</summary>
/// <remarks>
/// A character t laid over the ink i leaves Σ(i - t)² unexplained, where paper left Σi²; so it gains 2·Σit - Σt². Characters do not overlap, and the sum of their gains
/// is made as large as can be, column by column from the left (dynamic programming). Nothing is cut apart beforehand, so a speck or a gap does no harm.
/// </remarks>
internal sealed class MicrMatcher
{
    /// <summary>What a character must gain at least, as a part of the most it can.</summary>
    private const float LeastGain = 0.25f;

    /// <summary>The same of one that stands alone at an end of the line.</summary>
    private const float LeastGainAlone = 0.75f;

    /// <summary>How many times as likely a character is for each unit of gain; of a print with noise the neighbouring pixels err together.</summary>
    private const double Certainty = 0.25;

    /// <summary>Characters further apart than this many times the pitch have a space between them.</summary>
    private const double Space = 1.55;

    /// <summary>An alternative below this probability is not worth naming.</summary>
    private const double LeastAlternative = 0.001;

    private readonly MicrStrip _strip;
    private readonly MicrTemplates _templates;
    private readonly float[][] _gains;
    private readonly double[] _inkBefore;

    private MicrMatcher(MicrStrip strip, MicrTemplates templates)
    {
        _strip = strip;
        _templates = templates;
        _inkBefore = InkBefore(strip);
        _gains = [.. templates.All.Select((template, i) => Gains(template, templates.Energies[i], _inkBefore))];
        Places = WithoutStrangers(BestPath());
    }

    /// <summary>Where its characters begin, in columns of the strip, and which symbol of the face each is.</summary>
    public IReadOnlyList<(int Column, int Symbol)> Places { get; }

    /// <summary>Part of the ink between the first and the last character that they explain.</summary>
    public double Explained
    {
        get
        {
            if (Places.Count == 0)
            {
                return 0;
            }

            double ink = _inkBefore[Math.Min(_strip.Width, Places[^1].Column + _templates.Width)] - _inkBefore[Places[0].Column];
            return Places.Sum(place => _gains[place.Symbol][place.Column]) / Math.Max(1, ink);
        }
    }

    /// <summary>Part of all the strip's ink that they explain: it tells the right size, at which most characters are seen, from a wrong one, at which a few are seen well.</summary>
    public double ExplainedOfAll => Places.Sum(place => _gains[place.Symbol][place.Column]) / Math.Max(1, _inkBefore[^1]);

    /// <summary>The line as its characters have it: so large that they stand a pitch apart, as high and as steep as they stand.</summary>
    public TextLine Refitted()
    {
        double[] steps = [.. Places.Zip(Places.Skip(1), (left, right) => (right.Column - left.Column) / _templates.Pitch).Where(step => step is > 0.9 and < 1.1)];
        double stretch = steps.Length == 0 ? 1 : steps.Average();
        return _strip.Refitted([.. Places.Select(place => (place.Column + (_templates.Width / 2.0), BestRow(place)))], stretch);
    }

    /// <summary>Reads a strip.</summary>
    public static MicrMatcher Of(MicrStrip strip, MicrTemplates templates) => new(strip, templates);

    /// <summary>Its characters, with boxes in the picture that the strip was cut from.</summary>
    public IReadOnlyList<MicrCharacter> Characters(GrayImage picture) => [.. Places.Select(place => Character(place, picture))];

    /// <summary>Its text.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Places.Count; i++)
        {
            if (i > 0 && Places[i].Column - Places[i - 1].Column > Space * _templates.Pitch)
            {
                text.Append(' ');
            }

            text.Append(_templates.Face.Symbols[Places[i].Symbol]);
        }

        return text.ToString();
    }

    private MicrCharacter Character((int Column, int Symbol) place, GrayImage picture)
    {
        string symbols = _templates.Face.Symbols;
        double[] odds = new double[symbols.Length];
        for (int k = 0; k < odds.Length; k++)
        {
            float gain = float.NegativeInfinity;
            for (int x = Math.Max(0, place.Column - 1); x <= Math.Min(place.Column + 1, _gains[k].Length - 1); x++)
            {
                gain = Math.Max(gain, _gains[k][x]);
            }

            odds[k] = Math.Exp(Certainty * Math.Min(0, gain - _gains[place.Symbol][place.Column]));
        }

        double total = odds.Sum();
        return new MicrCharacter(
            symbols[place.Symbol],
            odds[place.Symbol] / total,
            [.. symbols.Select((symbol, k) => (symbol, odds[k] / total)).Where((other, k) => k != place.Symbol && other.Item2 >= LeastAlternative).OrderByDescending(other => other.Item2)],
            _strip.InPicture(place.Column, _templates.Width, picture));
    }

    // What a character gains at each column, at the best of some heights. Σit is at most √(Σi²·Σt²): where the ink is too little for the least gain, nothing is multiplied.
    private float[] Gains(float[] template, float energy, double[] inkBefore)
    {
        float[] gains = new float[_strip.Width];
        int heights = _strip.Rows - _templates.Rows + 1;
        double leastInk = (1 + LeastGain) * (1 + LeastGain) / 4 * energy;
        for (int x = 0; x < gains.Length; x++)
        {
            float best = 0;
            bool enough = inkBefore[Math.Min(_strip.Width, x + _templates.Width)] - inkBefore[x] >= leastInk;
            for (int y = heights > 1 ? 1 : 0; enough && y < heights; y += 2)
            {
                best = Math.Max(best, Product(template, x, y));
            }

            gains[x] = (2 * best) - energy;
        }

        return gains;
    }

    // The sum of the squares of all ink in the columns before each.
    private static double[] InkBefore(MicrStrip strip)
    {
        double[] before = new double[strip.Width + 1];
        for (int x = 0; x < strip.Width; x++)
        {
            before[x + 1] = before[x];
            for (int y = 0; y < strip.Rows; y++)
            {
                float level = strip.Ink[(y * strip.Stride) + x];
                before[x + 1] += level * level;
            }
        }

        return before;
    }

    // A shape beside the line, alone and poorly explained, is no character of it.
    private List<(int Column, int Symbol)> WithoutStrangers(List<(int Column, int Symbol)> places)
    {
        bool IsStranger((int Column, int Symbol) place, (int Column, int Symbol) next) =>
            Math.Abs(place.Column - next.Column) > Space * _templates.Pitch && _gains[place.Symbol][place.Column] < LeastGainAlone * _templates.Energies[place.Symbol];
        while (places.Count > 1 && IsStranger(places[0], places[1]))
        {
            places.RemoveAt(0);
        }

        while (places.Count > 1 && IsStranger(places[^1], places[^2]))
        {
            places.RemoveAt(places.Count - 1);
        }

        return places;
    }

    // The row of the strip at which the character lies best.
    private double BestRow((int Column, int Symbol) place)
    {
        if (_strip.Rows == 1)
        {
            return _strip.RowOfInk(place.Column, _templates.Width);
        }

        int heights = _strip.Rows - _templates.Rows + 1;
        return Enumerable.Range(0, heights).MaxBy(y => Product(_templates.All[place.Symbol], place.Column, y));
    }

    private float Product(float[] template, int x, int y)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int row = 0; row < _templates.Rows; row++)
        {
            ReadOnlySpan<float> ink = _strip.Ink.AsSpan(((y + row) * _strip.Stride) + x, _templates.Stride);
            ReadOnlySpan<float> shape = template.AsSpan(row * _templates.Stride, _templates.Stride);
            for (int i = 0; i < shape.Length; i += Vector<float>.Count)
            {
                sum += new Vector<float>(ink[i..]) * new Vector<float>(shape[i..]);
            }
        }

        return Vector.Sum(sum);
    }

    private List<(int Column, int Symbol)> BestPath()
    {
        int end = _strip.Width;
        int reach = _templates.Width + _templates.LeastGap;
        float[] best = new float[end + reach + 1]; // best[x + reach] explains all columns before x
        int[] symbol = new int[end + reach + 1];
        for (int x = 1; x <= end; x++)
        {
            best[x + reach] = best[x + reach - 1];
            symbol[x + reach] = -1;
            int column = x - _templates.Width;
            for (int k = 0; column >= 0 && k < _gains.Length; k++)
            {
                float value = best[x] + _gains[k][column] - (LeastGain * _templates.Energies[k]);
                if (value > best[x + reach])
                {
                    best[x + reach] = value;
                    symbol[x + reach] = k;
                }
            }
        }

        List<(int Column, int Symbol)> places = [];
        for (int x = end; x > 0;)
        {
            int k = symbol[x + reach];
            if (k >= 0)
            {
                places.Add((x - _templates.Width, k));
            }

            x -= k >= 0 ? reach : 1;
        }

        places.Reverse();
        return places;
    }
}
