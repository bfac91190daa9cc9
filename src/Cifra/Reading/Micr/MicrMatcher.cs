using System.Text;
using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>Reads a strip: the characters, side by side, that together explain its ink best.</summary>
/// <remarks>
/// Characters do not overlap, and the sum of their gains (<see cref="MicrGains"/>) is made as large as can be, column by column from the left (dynamic programming).
/// Nothing is cut apart beforehand, so a speck or a gap does no harm.
/// </remarks>
internal sealed class MicrMatcher
{
    /// <summary>Characters further apart than this many times the pitch have a space between them.</summary>
    private const double Space = 1.55;

    /// <summary>By this part of the pitch a character may be out of its place.</summary>
    private const double Uneven = 0.07;

    /// <summary>An alternative below this probability is not worth naming.</summary>
    private const double LeastAlternative = 0.001;

    private readonly MicrStrip _strip;
    private readonly MicrRaster _raster;
    private readonly MicrGains _gains;

    private MicrMatcher(MicrStrip strip, MicrRaster raster)
    {
        _strip = strip;
        _raster = raster;
        _gains = MicrGains.For(strip, raster);
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

            double ink = _gains.InkBefore[Math.Min(_strip.Width, Places[^1].Column + _raster.Width)] - _gains.InkBefore[Places[0].Column];
            return Places.Sum(place => _gains.Of[place.Symbol][place.Column]) / Math.Max(1, ink);
        }
    }

    /// <summary>Part of all the strip's ink that they explain: it tells the right size, at which most characters are seen, from a wrong one, at which a few are seen well.</summary>
    public double ExplainedOfAll => Places.Sum(place => _gains.Of[place.Symbol][place.Column]) / Math.Max(1, _gains.InkBefore[^1]);

    /// <summary>Part of the steps from a character to the next, spaces left out, that are a pitch: in a line of magnetic ink all are, elsewhere only some.</summary>
    public double Regular
    {
        get
        {
            double[] steps = [.. Places.Zip(Places.Skip(1), (left, right) => (right.Column - left.Column) / _raster.Pitch).Where(step => step < Space)];
            return steps.Length == 0 ? 0 : steps.Count(step => Math.Abs(step - 1) <= Uneven) / (double)steps.Length;
        }
    }

    /// <summary>The line as its characters have it: so large that they stand a pitch apart, as high and as steep as they stand.</summary>
    public TextLine Refitted()
    {
        double[] steps = [.. Places.Zip(Places.Skip(1), (left, right) => (right.Column - left.Column) / _raster.Pitch).Where(step => step is > 0.9 and < 1.1)];
        double stretch = steps.Length == 0 ? 1 : steps.Average();
        return _strip.Refitted([.. Places.Select(place => (place.Column + (_raster.Width / 2.0), _gains.Row(place.Symbol, place.Column)))], stretch);
    }

    /// <summary>Reads a strip.</summary>
    public static MicrMatcher Of(MicrStrip strip, MicrRaster raster) => new(strip, raster);

    /// <summary>Its characters, with boxes in the picture that the strip was cut from.</summary>
    public IReadOnlyList<MicrCharacter> Characters(GrayImage picture) => [.. Places.Select(place => Character(place, picture))];

    /// <summary>Its text.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Places.Count; i++)
        {
            if (i > 0 && Places[i].Column - Places[i - 1].Column > Space * _raster.Pitch)
            {
                text.Append(' ');
            }

            text.Append(_raster.Face.Symbols[Places[i].Symbol]);
        }

        return text.ToString();
    }

    private MicrCharacter Character((int Column, int Symbol) place, GrayImage picture)
    {
        string symbols = _raster.Face.Symbols;
        double[] odds = new double[symbols.Length];
        for (int k = 0; k < odds.Length; k++)
        {
            float gain = float.NegativeInfinity;
            for (int x = Math.Max(0, place.Column - 1); x <= Math.Min(place.Column + 1, _gains.Of[k].Length - 1); x++)
            {
                gain = Math.Max(gain, _gains.Of[k][x]);
            }

            odds[k] = Math.Exp(_gains.Certainty(place.Column) * Math.Min(0, gain - _gains.Of[place.Symbol][place.Column]));
        }

        double total = odds.Sum();
        return new MicrCharacter(
            symbols[place.Symbol],
            odds[place.Symbol] / total,
            [.. symbols.Select((symbol, k) => (symbol, odds[k] / total)).Where((other, k) => k != place.Symbol && other.Item2 >= LeastAlternative).OrderByDescending(other => other.Item2)],
            _strip.InPicture(place.Column, _raster.Width, picture));
    }

    // A shape beside the line, alone and poorly explained, is no character of it.
    private List<(int Column, int Symbol)> WithoutStrangers(List<(int Column, int Symbol)> places)
    {
        bool IsStranger((int Column, int Symbol) place, (int Column, int Symbol) next) =>
            Math.Abs(place.Column - next.Column) > Space * _raster.Pitch && _gains.Of[place.Symbol][place.Column] < _gains.LeastAlone * _gains.Most(place.Symbol, place.Column);
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

    private List<(int Column, int Symbol)> BestPath()
    {
        int end = _strip.Width;
        int reach = _raster.Width + _raster.LeastGap;
        float[] best = new float[end + reach + 1]; // best[x + reach] explains all columns before x
        int[] symbol = new int[end + reach + 1];
        for (int x = 1; x <= end; x++)
        {
            best[x + reach] = best[x + reach - 1];
            symbol[x + reach] = -1;
            int column = x - _raster.Width;
            for (int k = 0; column >= 0 && k < _gains.Of.Length; k++)
            {
                float value = best[x] + _gains.Of[k][column] - (_gains.Least * _gains.Most(k, column));
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
                places.Add((x - _raster.Width, k));
            }

            x -= k >= 0 ? reach : 1;
        }

        places.Reverse();
        return places;
    }
}
