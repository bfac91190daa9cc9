using System.Collections.Concurrent;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Network.Lines;

/// <summary>
/// One network of a <see cref="LineClassifier"/>, compiled once for each width of line that it meets, rounded up. Serves any number of threads at once.
/// </summary>
internal sealed class LineNetwork
{
    /// <summary>Columns that become one place of the network's output, which its two pools halve twice; a place gives one step or more.</summary>
    public const int Place = 4;

    private const int WidthUnit = 32; // so many columns share a compiled network

    private readonly NeuralNetwork _network;
    private readonly string _symbols;
    private readonly InputLevels _levels;
    private readonly int _steps; // of a place
    private readonly ConcurrentDictionary<int, PicturePlan> _plans = new();
    private readonly ConcurrentBag<Scratch> _idle = [];
    private readonly Lazy<int> _widest;

    /// <exception cref="ArgumentException">It is no line network for the symbols.</exception>
    public LineNetwork(NeuralNetwork network, string symbols)
    {
        _steps = StepsOfPlace(network, symbols);
        _network = network;
        _symbols = symbols;
        _levels = new InputLevels(network);
        _widest = new Lazy<int>(FindWidest);
    }

    /// <summary>Most columns of a line: <see cref="LineClassifier.MostWidth"/>, or fewer where a layer would become too large.</summary>
    public int Widest => _widest.Value;

    /// <summary>
    /// Steps for every <see cref="Place"/> columns: 1, 2 or 4. Refuses a network that does not give a score for each symbol and one for none at each step.
    /// </summary>
    /// <exception cref="ArgumentException">It is no line network for the symbols.</exception>
    public static int StepsOfPlace(NeuralNetwork network, string symbols)
    {
        Shape input = network.Input;
        int classes = symbols.Length + 1;
        int steps = network.Output.Channels / classes;
        if (input.Channels != 1 || input.Height != LineNormalizer.Height || input.Width % Place != 0 || steps is not (1 or 2 or 4)
            || network.Output != new Shape(1, steps * classes, 1, input.Width / Place))
        {
            throw new ArgumentException(
                $"A line network for {symbols.Length} symbols takes 1x1x{LineNormalizer.Height}xW and gives 1x{classes}x1xW/{Place}, "
                + "or two or four times so many channels; "
                + $"this one takes {input} and gives {network.Output}.",
                nameof(network));
        }

        return steps;
    }

    /// <summary>What the network says of a line of at most <see cref="Widest"/> columns.</summary>
    public LineScores Scores(GrayImage line)
    {
        int width = (line.Width + WidthUnit - 1) / WidthUnit * WidthUnit;
        PicturePlan plan = _plans.GetOrAdd(width, Compile);
        if (!_idle.TryTake(out Scratch? scratch))
        {
            scratch = new Scratch();
        }

        try
        {
            return new LineScores(_symbols, Run(plan, line, width, scratch), Place / _steps);
        }
        finally
        {
            _idle.Add(scratch);
        }
    }

    private PicturePlan Compile(int width)
    {
        return PicturePlan.From(new InferencePlan(Widened(width))) ?? throw new InvalidOperationException("The line network has a layer that takes no single pictures.");
    }

    private NeuralNetwork Widened(int width) => new(_network.Input with { Width = width }, _network.Mean, _network.Deviation, _network.Layers);

    // The limits of layers are theirs, so they are asked: of widths that share a compiled network, the largest that all layers take.
    private int FindWidest()
    {
        int low = 0;
        int high = (LineClassifier.MostWidth / WidthUnit) + 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = Takes(middle * WidthUnit) ? (middle, high) : (low, middle);
        }

        return low * WidthUnit;
    }

    private bool Takes(int width)
    {
        try
        {
            return Widened(width).Output.Width > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private float[] Run(PicturePlan plan, GrayImage line, int width, Scratch scratch)
    {
        Span<float> x = scratch.Take(ScratchSlot.Input, LineNormalizer.Height * width);
        for (int y = 0; y < LineNormalizer.Height; y++)
        {
            Span<float> row = x.Slice(y * width, width);
            _levels.PutInOrder(line.Row(y), row);
            row[line.Width..].Fill(_levels.Black);
        }

        ReadOnlySpan<float> scores = plan.Run(x, 1, scratch);
        int classes = _symbols.Length + 1;
        int columns = Place / _steps;
        int steps = (line.Width + columns - 1) / columns;
        int stride = ChannelProduct.Width(classes * _steps);
        float[] logarithms = new float[steps * classes];
        for (int step = 0; step < steps; step++)
        {
            Span<float> row = logarithms.AsSpan(step * classes, classes);
            scores.Slice((step / _steps * stride) + (step % _steps * classes), classes).CopyTo(row);
            CheckFinite(row);
            LogSoftmax.Apply(row);
        }

        return logarithms;
    }

    private static void CheckFinite(ReadOnlySpan<float> scores)
    {
        foreach (float score in scores)
        {
            if (!float.IsFinite(score))
            {
                throw new InvalidDataException($"A score of the line network: expected a finite number, found {score}; its weights are too large.");
            }
        }
    }
}
