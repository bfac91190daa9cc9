using Cifra.Data;
using Cifra.Data.Lines;
using Cifra.Data.Plates;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Training.Lines;

/// <summary>Reading lines of writing, composed from the training pictures as they are needed.</summary>
internal sealed class LineTask : TrainingTask
{
    private const long ValidationSeed = 1; // the same lines whatever the training's seed
    private const long ValidationEpoch = -1;

    private readonly Recipe _recipe;
    private readonly LineSettings _lines;
    private readonly TrainingOptions _options;
    private readonly InputLevels _levels;
    private readonly LineSampleCache _samples;
    private readonly DigitSet? _validation;
    private readonly CtcLoss _loss;
    private readonly string[] _texts;
    private readonly Action<int, Scratch> _loadBlock;
    private readonly Lazy<(GrayImage Picture, string Text)[]> _validationLines;
    private (int Start, Tensor X) _batch;

    public LineTask(Recipe recipe, LineSettings lines, DigitSet train, DigitSet? validation, TrainingOptions options, NeuralNetwork network)
    {
        LineNetwork.StepsOfPlace(network, lines.Symbols); // refuses what is no line network
        _recipe = recipe;
        _lines = lines;
        _options = options;
        _validation = validation;
        Pictures = lines.Plates > 0 ? lines.Plates : train.Count;
        _levels = new InputLevels(network);
        _samples = new LineSampleCache(Source(train), Pictures, lines.Width, lines.Uses, options.Seed);
        _loss = new CtcLoss(lines.Symbols);
        _texts = new string[recipe.BatchSize];
        _loadBlock = LoadBlock;
        _validationLines = new Lazy<(GrayImage, string)[]>(() => validation is null ? [] : Draw(Source(validation)));
    }

    /// <inheritdoc/>
    public override int Pictures { get; }

    /// <inheritdoc/>
    public override void Load(int epoch, int start, Tensor x, Workers workers)
    {
        _batch = (start, x);
        _samples.Begin(epoch);
        x.Resize(x.Shape.WithCount(Math.Min(_recipe.BatchSize, Pictures - start)));
        workers.For(x.Blocks, _loadBlock);
    }

    /// <inheritdoc/>
    public override (double Loss, int Correct) Measure(Tensor x, Tensor logits, Tensor gradient, Workers workers) =>
        _loss.Evaluate(logits, _texts.AsSpan(0, logits.Shape.Count), gradient);

    /// <inheritdoc/>
    public override (double Loss, double Accuracy)? Validate(NeuralNetwork network)
    {
        if (_validationLines.Value.Length == 0)
        {
            return null;
        }

        var classifier = new LineClassifier(network, new ModelCard { Symbols = _lines.Symbols });
        double[] losses = new double[_validationLines.Value.Length];
        int correct = 0;
        Parallel.For(0, losses.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, i =>
        {
            (GrayImage picture, string text) = _validationLines.Value[i];
            LineScores scores = classifier.Scores(picture);
            losses[i] = -Ctc.LogProbability(scores, text);
            Interlocked.Add(ref correct, scores.BestPath() == text ? 1 : 0);
        });
        return (losses.Sum() / losses.Length, (double)correct / losses.Length);
    }

    /// <inheritdoc/>
    public override double? Watch(NeuralNetwork network) => null;

    /// <inheritdoc/>
    public override ModelCard Finish(NeuralNetwork network, ModelCard card, CancellationToken cancellation)
    {
        HalfPrecision.Round(network);
        ModelCard named = card with { Symbols = _lines.Symbols };
        return _validation is null
            ? named
            : HeldOutLines.Complete([network], named, _lines, _validation, _options.HeldOutLines, _options.Threads, cancellation);
    }

    private void LoadBlock(int block, Scratch scratch)
    {
        (int start, Tensor x) = _batch;
        x.Block(block).Clear(); // the lanes beyond the count
        Span<byte> picture = stackalloc byte[LineNormalizer.Height * _lines.Width];
        for (int n = block * Tensor.Lanes; n < Math.Min((block + 1) * Tensor.Lanes, x.Shape.Count); n++)
        {
            _texts[n] = _samples.Take(start + n, picture);
            _levels.Put(picture, x, n);
        }
    }

    private ILineSource Source(DigitSet digits) => _lines.Plates > 0 ? new PlateDrawer(_lines.Width) : new LineDrawer(digits, new LineOptions(), _lines.Width);

    private (GrayImage Picture, string Text)[] Draw(ILineSource source)
    {
        var lines = new (GrayImage Picture, string Text)[_options.HeldOutLines.Watched];
        Parallel.For(0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, i =>
        {
            var picture = new GrayImage(_lines.Width, LineNormalizer.Height);
            string text = source.Draw(picture.Pixels, ValidationSeed, ValidationEpoch, i);
            lines[i] = (picture, text);
        });
        return lines;
    }
}
