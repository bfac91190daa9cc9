using System.Text;
using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>Reads a strip: finds the characters, side by side, that together explain its ink best.</summary>
/// <remarks>
/// Characters do not overlap. The sum of their scores (<see cref="MicrScores"/>) is maximized by dynamic programming over the columns. Nothing is segmented
/// beforehand, so a speck or a gap does no harm.
/// </remarks>
internal sealed class MicrMatcher
{
    private static readonly MicrMatchOptions Options = MicrMatchOptions.Default;

    private readonly MicrStrip _strip;
    private readonly MicrRaster _raster;
    private readonly MicrScores _scores;

    private MicrMatcher(MicrStrip strip, MicrRaster raster, MicrScores scores)
    {
        _strip = strip;
        _raster = raster;
        _scores = scores;
        Places = WithoutOutliers(BestPath());
    }

    /// <summary>The characters, left to right: the column of the strip where each begins, and which symbol of the font it is.</summary>
    public IReadOnlyList<(int Column, int Symbol)> Places { get; }

    /// <summary>The part of the ink between the first and the last character that they explain.</summary>
    public double Explained
    {
        get
        {
            if (Places.Count == 0)
            {
                return 0;
            }

            double ink = _scores.EnergyBefore[Math.Min(_strip.Width, Places[^1].Column + _raster.Width)] - _scores.EnergyBefore[Places[0].Column];
            return Places.Sum(Score) / Math.Max(1, ink);
        }
    }

    /// <summary>The part of all the strip's ink that the characters explain.</summary>
    /// <remarks>
    /// At the right size most characters are seen; at a wrong one a few may be seen well, so that <see cref="Explained"/> would not tell the two apart.
    /// </remarks>
    public double ExplainedOfAll => Places.Sum(Score) / Math.Max(1, _scores.EnergyBefore[^1]);

    /// <summary>
    /// The part of the distances between neighbours, spaces left out, that are one pitch: all of them in a line of magnetic ink, some elsewhere.
    /// </summary>
    public double Regular
    {
        get
        {
            double[] steps = [.. Steps().Where(step => step < Options.MinSpace)];
            return steps.Length == 0 ? 0 : steps.Count(step => Math.Abs(step - 1) <= Options.MaxJitter) / (double)steps.Length;
        }
    }

    /// <summary>The line through the characters: of the size at which they stand one pitch apart, with their height and slope.</summary>
    public TextLine Refitted()
    {
        double[] steps = [.. Steps().Where(step => step > 1 - Options.MaxJitterOfSize && step < 1 + Options.MaxJitterOfSize)];
        double stretch = steps.Length == 0 ? 1 : steps.Average();
        return _strip.Refitted([.. Places.Select(place => (place.Column + (_raster.Width / 2.0), _scores.Row(place.Symbol, place.Column)))], stretch);
    }

    /// <summary>Reads a strip.</summary>
    public static MicrMatcher Of(MicrStrip strip, MicrRaster raster) => Of(strip, raster, MicrScores.For(strip, raster));

    /// <summary>Reads a strip by the scores of its columns.</summary>
    internal static MicrMatcher Of(MicrStrip strip, MicrRaster raster, MicrScores scores) => new(strip, raster, scores);

    /// <summary>The characters, with boxes in the picture that the strip was cut from.</summary>
    public IReadOnlyList<MicrCharacter> Characters(GrayImage picture) => [.. Places.Select(place => Character(place, picture))];

    /// <summary>The text, with a space wherever there is room for one.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Places.Count; i++)
        {
            if (i > 0 && IsSpace(Places[i - 1], Places[i]))
            {
                text.Append(' ');
            }

            text.Append(_raster.Face.Symbols[Places[i].Symbol]);
        }

        return text.ToString();
    }

    private float Score((int Column, int Symbol) place) => _scores.Of[place.Symbol][place.Column];

    // Distances between neighbours, in pitches.
    private IEnumerable<double> Steps() => Places.Zip(Places.Skip(1), (left, right) => (right.Column - left.Column) / _raster.Pitch);

    private bool IsSpace((int Column, int Symbol) left, (int Column, int Symbol) right) => right.Column - left.Column > Options.MinSpace * _raster.Pitch;

    // The probability of each symbol follows from its best score at the character's column or one beside it.
    private MicrCharacter Character((int Column, int Symbol) place, GrayImage picture)
    {
        string symbols = _raster.Face.Symbols;
        double[] odds = new double[symbols.Length];
        for (int k = 0; k < odds.Length; k++)
        {
            float score = float.NegativeInfinity;
            for (int x = Math.Max(0, place.Column - 1); x <= Math.Min(place.Column + 1, _scores.Of[k].Length - 1); x++)
            {
                score = Math.Max(score, _scores.Of[k][x]);
            }

            odds[k] = Math.Exp(_scores.LogOdds(place.Column) * Math.Min(0, score - Score(place)));
        }

        double total = odds.Sum();
        IEnumerable<(char Symbol, double Probability)> others = symbols.Select((symbol, k) => (symbol, odds[k] / total)).Where((_, k) => k != place.Symbol);
        return new MicrCharacter(
            symbols[place.Symbol],
            odds[place.Symbol] / total,
            [.. others.Where(other => other.Probability >= Alternatives.Least).OrderByDescending(other => other.Probability)],
            _strip.InPicture(place.Column, _raster.Width, picture));
    }

    // Drops shapes at both ends that stand apart and are poorly explained: they are not part of the line.
    private List<(int Column, int Symbol)> WithoutOutliers(List<(int Column, int Symbol)> places)
    {
        while (places.Count > 1 && IsSpace(places[0], places[1]) && IsPoor(places[0]))
        {
            places.RemoveAt(0);
        }

        while (places.Count > 1 && IsSpace(places[^2], places[^1]) && IsPoor(places[^1]))
        {
            places.RemoveAt(places.Count - 1);
        }

        return places;
    }

    private bool IsPoor((int Column, int Symbol) place) => Score(place) < _scores.MinPartApart * _scores.Max(place.Symbol, place.Column);

    private List<(int Column, int Symbol)> BestPath()
    {
        int end = _strip.Width;
        int reach = _raster.Width + _raster.LeastGap;
        float[] best = new float[end + reach + 1]; // best[x + reach]: the greatest sum of scores over the columns before x
        int[] symbol = new int[end + reach + 1];   // symbol[x + reach]: the character that ends before x, -1 for paper
        for (int x = 1; x <= end; x++)
        {
            best[x + reach] = best[x + reach - 1];
            symbol[x + reach] = -1;
            int column = x - _raster.Width;
            for (int k = 0; column >= 0 && k < _scores.Of.Length; k++)
            {
                float value = best[x] + _scores.Of[k][column] - (_scores.MinPart * _scores.Max(k, column));
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
