using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Plans;
using Cifra.Numerics;
using Cifra.Training.Optimizers;

namespace Cifra.Training;

/// <summary>Trains a network by a recipe. The result depends on recipe, data and seed alone.</summary>
/// <remarks>
/// Not on the number of threads, and not on how often the training was stopped, killed or resumed: everything random has a
/// key (seed, epoch, image), sums have a fixed order, and a checkpoint holds every bit that the rest depends on.
/// </remarks>
public sealed class Trainer
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    private readonly Recipe _recipe;
    private readonly DigitSet _train;
    private readonly DigitSet? _held;
    private readonly TrainingOptions _options;
    private readonly Workers _workers;
    private readonly NeuralNetwork _network;
    private readonly WeightAverage? _average;
    private readonly Optimizer _optimizer;
    private readonly TrainingTask _task;
    private readonly Pass _pass;
    private readonly TrainingPlan _plan;
    private readonly Tensor _input;
    private readonly Tensor _gradient;
    private readonly int _stepsOfEpoch;
    private readonly long _steps;
    private TrainingState _state = new();
    private bool _ran;

    /// <summary>A training that has not begun.</summary>
    /// <param name="recipe">What to do.</param>
    /// <param name="train">Labelled pictures to learn from.</param>
    /// <param name="validation">
    /// Labelled pictures to watch the training with; they change no weight but the scale of the last layer's, which makes the
    /// confidence fit (<see cref="Temperature"/>). Null for none.
    /// </param>
    /// <param name="options">Seed, threads, checkpoint, progress.</param>
    /// <exception cref="ArgumentException">The recipe has a setting out of range, or a set is empty or has no labels.</exception>
    public Trainer(Recipe recipe, DigitSet train, DigitSet? validation, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        recipe.Check();
        ExpectLabels(train, nameof(train));
        ExpectLabels(validation, nameof(validation));
        ExpectLabels(options.Watched, nameof(options));
        if (options.Teacher is null != (recipe.TeacherShare == 0))
        {
            throw new ArgumentException(
                $"The recipe {recipe.Name} {(options.Teacher is null ? "needs a teacher" : "takes no teacher")} "
                + $"(its share of the target is {recipe.TeacherShare}).",
                nameof(options));
        }

        _recipe = recipe;
        _train = train;
        _held = validation;
        _options = options;
        _workers = new Workers(options.Threads);
        _network = NeuralNetwork.Build(recipe.Describe(), options.Seed, options.Layers);
        _average = recipe.AverageDecay is { } decay ? new WeightAverage(_network, decay, options.Layers) : null;
        _optimizer = Optimizer.Create(recipe.Optimizer, _network, recipe.WeightDecay);
        _task = TrainingTask.Of(recipe, train, validation, options, _network);
        _pass = new Pass(_workers) { Training = true, Seed = options.Seed };
        _plan = new TrainingPlan(_network, _pass);
        _input = new Tensor(_network.Input);
        _gradient = new Tensor(_network.Output);
        _stepsOfEpoch = (_task.Pictures + recipe.BatchSize - 1) / recipe.BatchSize;
        _steps = (long)_stepsOfEpoch * recipe.Epochs;
    }

    /// <summary>Trains to the end, from the checkpoint if there is one.</summary>
    /// <param name="cancellation">Stops after the step under way, with a checkpoint of it.</param>
    /// <exception cref="OperationCanceledException">It was stopped. Another trainer with the same checkpoint path continues.</exception>
    /// <exception cref="ForeignCheckpointException">The checkpoint belongs to another training.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged.</exception>
    /// <exception cref="DivergedException">The loss, or a score on a held-out picture, is no longer a number.</exception>
    /// <exception cref="InvalidOperationException">This trainer ran before.</exception>
    public TrainingResult Run(CancellationToken cancellation = default)
    {
        if (_ran)
        {
            throw new InvalidOperationException("A trainer runs once; to continue or repeat a training, make another.");
        }

        _ran = true;
        var identity = TrainingIdentity.Of(_recipe, _options.Seed, _train, _held, _options.Teacher?.Hash);
        Checkpoint? checkpoint = _options.CheckpointPath is { } path ? new Checkpoint(path, identity) : null;
        _state = checkpoint?.Load(_network, _average, _optimizer) ?? new TrainingState();
        ExpectPlace(_state);
        var clock = new TrainingClock(_options.Time, _state);

        while (_state.Step < _steps)
        {
            TakeStep();
            bool epochEnds = _state.Step % _stepsOfEpoch == 0;
            if (epochEnds)
            {
                EndEpoch(clock);
            }
            else if (clock.Passed(ProgressInterval))
            {
                _options.Progress?.Invoke(Progress(clock, finished: null));
            }

            if (checkpoint is not null && (cancellation.IsCancellationRequested || clock.CheckpointDue(_options.CheckpointInterval)))
            {
                clock.Stamp(_state);
                checkpoint.Save(_state, _network, _average, _optimizer);
            }

            cancellation.ThrowIfCancellationRequested();
        }

        ModelCard card = Card(identity);
        ExpectScores(() => card = _task.Finish(Result, card, cancellation));
        return new TrainingResult(Result, card);
    }

    private NeuralNetwork Result => _average?.Network ?? _network;

    private void TakeStep()
    {
        int epoch = (int)(_state.Step / _stepsOfEpoch);
        int start = (int)(_state.Step % _stepsOfEpoch) * _recipe.BatchSize;
        _task.Load(epoch, start, _input, _workers);
        _gradient.Resize(_network.Output.WithCount(_input.Shape.Count));
        _pass.Step = _state.Step;
        Tensor logits = _plan.Forward(_input);
        (double loss, int correct) = _task.Measure(_input, logits, _gradient, _workers);
        if (!double.IsFinite(loss))
        {
            throw new DivergedException(
                $"The loss is no longer a number at step {_state.Step + 1} of epoch {epoch + 1}: the learning rate {_recipe.LearningRate} is too high here.");
        }

        _plan.Backward(_gradient);
        if (_recipe.MaxGradientNorm is { } limit)
        {
            GradientClipping.Apply(_network, limit);
        }

        double rate = RateAt(_state.Step);
        _state.Step++;
        _optimizer.Step(rate, _state.Step, _workers);
        _average?.Update(_state.Step);
        _state.EpochLoss += loss;
        _state.EpochCorrect += correct;
        _state.EpochSeen += _input.Shape.Count;
    }

    private void EndEpoch(TrainingClock clock)
    {
        (double Loss, double Accuracy)? validation = null;
        double? watched = null;
        ExpectScores(() => (validation, watched) = (_task.Validate(Result), _task.Watch(Result)));
        clock.Stamp(_state);
        var record = new EpochRecord(
            (int)(_state.Step / _stepsOfEpoch),
            RateAt(_state.Step - 1),
            _state.EpochLoss / _state.EpochSeen,
            (double)_state.EpochCorrect / _state.EpochSeen,
            validation?.Loss,
            validation?.Accuracy,
            _state.EpochSeconds,
            watched);
        _state.History = [.. _state.History, record];
        _options.Progress?.Invoke(Progress(clock, record));
        _state.EpochLoss = 0;
        _state.EpochCorrect = 0;
        _state.EpochSeen = 0;
        _state.EpochSeconds = 0;
    }

    // The loss of a step is the plain network's; the averaged one, which validation looks at, can overflow on its own.
    private void ExpectScores(Action measure)
    {
        try
        {
            measure();
        }
        catch (InvalidDataException e)
        {
            throw new DivergedException(
                $"The scores on the held-out pictures are no longer numbers after step {_state.Step}: "
                + $"the learning rate {_recipe.LearningRate} is too high here.",
                e);
        }
    }

    private TrainingProgress Progress(TrainingClock clock, EpochRecord? finished)
    {
        double speed = clock.StepsPerSecond(_state.Step);
        return new TrainingProgress(
            finished?.Epoch ?? ((int)(_state.Step / _stepsOfEpoch) + 1),
            _recipe.Epochs,
            _state.Step,
            _steps,
            speed * _task.Pictures / _stepsOfEpoch,
            speed > 0 ? TimeSpan.FromSeconds((_steps - _state.Step) / speed) : TimeSpan.Zero,
            _state.EpochLoss / _state.EpochSeen,
            (double)_state.EpochCorrect / _state.EpochSeen,
            clock.Resumed,
            finished);
    }

    private ModelCard Card(TrainingIdentity identity) => new()
    {
        Recipe = _recipe.Name,
        Data = _options.DataName ?? _train.Name,
        DataDigest = identity.Data,
        Teacher = identity.Teacher,
        Command = _options.Command,
        Seed = _options.Seed,
        TrainImages = _train.Count,
        ValidationImages = _held?.Count ?? 0,
        History = _state.History,
    };

    private double RateAt(long step) => _recipe.LearningRate * _recipe.Schedule.Factor(step, _steps);

    // The numbers of a checkpoint are under a digest, where it stands is not.
    private void ExpectPlace(TrainingState state)
    {
        bool sound = state.Step >= 0 && state.Step <= _steps
            && state.EpochSeen == Math.Min(state.Step % _stepsOfEpoch * _recipe.BatchSize, _task.Pictures) + (state.Step % _stepsOfEpoch * _task.MoreOfStep)
            && state.EpochCorrect >= 0 && state.EpochCorrect <= state.EpochSeen
            && double.IsFinite(state.EpochLoss) && double.IsFinite(state.EpochSeconds)
            && state.History.Count == state.Step / _stepsOfEpoch
            && state.History.All(epoch => epoch is { Finite: true });
        if (!sound)
        {
            throw InvalidData.At(
                _options.CheckpointPath ?? "",
                "metadata state",
                $"a step of 0 to {_steps} with what was measured until then",
                $"step {state.Step} with {state.EpochSeen} pictures and {state.History.Count} epochs behind it");
        }
    }

    private static void ExpectLabels(DigitSet? set, string name)
    {
        if (set is not null && (set.Count == 0 || !set.HasLabels))
        {
            throw new ArgumentException(
                $"Training needs labelled pictures; {set.Name} has {set.Count} pictures{(set.HasLabels ? "" : " without labels")}.", name);
        }
    }
}
