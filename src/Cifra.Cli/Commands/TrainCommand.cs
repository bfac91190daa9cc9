using System.CommandLine;
using System.Globalization;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra train</c>: trains a network by a recipe. The same command again resumes.</summary>
internal static class TrainCommand
{
    private const int MostValidation = 5000;
    private const long SplitSeed = 1;
    private const int LongestInterval = 86_400;

    /// <summary>What the progress line says while the confidence of a line network is fitted.</summary>
    internal const string HeldOutLinesMessage = "reading held-out lines";

    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        var recipe = new Option<string>("--recipe")
        {
            Description = "How to train: quick (seconds), standard (minutes), best (a larger network that a teacher teaches), small (a small one), committee and ensemble (several networks together), field (for pictures), line and lines (for lines of digits that touch: one network, two together), plates (for number plates, drawn from the seed: no data are needed).",
            DefaultValueFactory = _ => Recipes.Standard.Name,
        };
        recipe.AcceptOnlyFromAmong([.. Recipes.All.Keys, .. Recipes.Ensembles.Keys]);
        Option<string> data = CommonOptions.Data();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        var output = new Option<string?>("--out")
        {
            Description = "File to save the network in; cifra-RECIPE.safetensors unless named.",
            HelpName = "MODEL",
        };
        var seed = new Option<long>("--seed") { Description = "Seed of everything random.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int?>("--epochs") { Description = "Times through the pictures; as the recipe says unless named.", HelpName = "N" };
        CommonOptions.ExpectPositive(epochs);
        epochs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value) && value > Recipe.MostEpochs)
            {
                result.AddError($"--epochs takes at most {Recipe.MostEpochs}; got {value}.");
            }
        });
        var validation = new Option<int?>("--validation")
        {
            Description = $"Training pictures to hold out and watch the training with; 0 trains on all. A tenth of them unless named, at most {MostValidation}.",
            HelpName = "N",
        };
        Option<int> threads = CommonOptions.Threads();
        Option<double> checkpoint = CheckpointSeconds();
        var restart = new Option<bool>("--restart") { Description = "Start over: forget an unfinished training, replace a finished network. To resume, leave it out." };
        var seeds = new Option<int?>("--seeds")
        {
            Description = "Train so many seeds one after another, from --seed on, into OUT-seedK.safetensors, and measure them on the test part, which chooses nothing.",
            HelpName = "N",
        };
        CommonOptions.ExpectPositive(seeds);
        var teacher = new Option<string?>("--teacher")
        {
            Description = "The network that teaches, for a recipe that learns from one: a file or the name of a shipped one.",
            HelpName = "MODEL",
        };
        var explain = new Option<bool>("--explain") { Description = "Print the recipe with the meaning of every setting, its network and its cost, and train nothing." };
        Option<bool> json = CommonOptions.Json();

        var command = new Command(
            "train",
            """
            Train a network. Run the same command again after an interruption and it resumes, to the same bits.

            Examples:
              cifra data get
              cifra train --recipe quick --out quick.safetensors
              cifra train --recipe standard --seed 3 --epochs 20
              cifra train --data drawn --recipe quick          (needs no download)
              cifra train --recipe quick --seeds 5             (mean and deviation)
              cifra train --recipe standard --explain
              cifra train --recipe committee                   (trains its members first, or finds them)
              cifra train --recipe lines                       (the same, for lines of digits)
              cifra train --recipe best --teacher cifra-committee.safetensors
              cifra train --recipe ensemble --teacher cifra-committee.safetensors
            """)
        {
            recipe, data, dataDir, normalize, output, seed, epochs, validation, threads, checkpoint, restart, seeds, teacher, explain, json,
        };
        command.SetAction(args =>
        {
            string name = args.GetRequiredValue(recipe);
            TrainRequest Asked(Recipe named) => new(
                named with { Epochs = args.GetValue(epochs) ?? named.Epochs },
                DataOf(named, args, data),
                args.GetValue(dataDir),
                args.GetValue(normalize),
                args.GetValue(output) ?? $"cifra-{name}.safetensors",
                args.GetValue(seed),
                args.GetValue(validation),
                args.GetValue(threads),
                TimeSpan.FromSeconds(args.GetValue(checkpoint)),
                args.GetValue(restart),
                args.GetValue(json))
            {
                Teacher = args.GetValue(explain) ? null : Teacher(named, args.GetValue(teacher), args.GetValue(threads)),
            };
            ExpectPupil(name, args.GetValue(teacher));
            if (Recipes.Ensembles.TryGetValue(name, out EnsembleRecipe? ensemble))
            {
                return args.GetValue(seeds) is not null ? throw new UsageException("--seeds trains one recipe with several seeds; an ensemble has its own.")
                    : args.GetValue(explain) ? TrainExplain.Run(ensemble, args.GetValue(validation) ?? MostValidation, args.GetValue(json), shell.Output)
                    : TrainEnsemble.Run(ensemble, [.. ensemble.Members.Select(members => Asked(Recipes.All[members.Recipe]))], shell, cancellation);
            }

            TrainRequest request = Asked(Recipes.All[name]);
            return args.GetValue(explain) ? TrainExplain.Run(request.Recipe, request.Validation ?? MostValidation, request.Json, shell.Output)
                : args.GetValue(seeds) is { } count ? TrainSeeds.Run(request, count, shell, cancellation)
                : Run(request, shell, cancellation);
        });
        return command;
    }

    // Plates are drawn from the seed, so that the largest set need not be there for them.
    private static string DataOf(Recipe recipe, ParseResult args, Option<string> data) =>
        recipe.Lines is { Plates: > 0 } && args.GetResult(data) is not { Implicit: false } ? "drawn" : args.GetRequiredValue(data);

    internal static int Run(TrainRequest request, Shell shell, CancellationToken cancellation)
    {
        using FileStream claim = Claim(request.Output);
        DigitData data = CommonOptions.OpenData(request.Data, request.DataDir, request.Normalize, DigitPart.Train, shell.Error, cancellation);
        return Train(request, data, watched: null, shell, cancellation);
    }

    /// <summary>Trains into a file that the caller has claimed, or finds it finished.</summary>
    internal static int Train(TrainRequest request, DigitData data, DigitSet? watched, Shell shell, CancellationToken cancellation)
    {
        string checkpoint = request.Output + ".checkpoint";
        (DigitSet train, DigitSet? validation) = Split(data, request.Validation);
        int done = data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
        if (request.Restart)
        {
            File.Delete(checkpoint);
        }
        else if (File.Exists(request.Output) && !File.Exists(checkpoint))
        {
            ExpectSame(request, train, validation, shell);
            return done;
        }

        var line = new ProgressLine(shell);
        var options = new TrainingOptions
        {
            Seed = request.Seed,
            Threads = request.Threads,
            CheckpointPath = checkpoint,
            CheckpointInterval = request.CheckpointInterval,
            Progress = progress => ShowProgress(request, progress, line),
            DataName = request.Data,
            Watched = watched,
            Teacher = request.Teacher,
            Command = shell.CommandLine,
        };
        line.Keep(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Recipe.Name}: {train.Count} pictures of {request.Data}, {request.Recipe.Epochs} epochs, seed {request.Seed}, {request.Threads} threads"
            + $"{(File.Exists(checkpoint) ? ", resuming" : "")}"));
        try
        {
            TrainingResult result = new Trainer(request.Recipe, train, validation, options).Run(cancellation);
            string hash = ModelFile.Save(request.Output, result.Network, result.Card);
            File.Delete(checkpoint);
            TrainingView.Print(request, result.Card, hash, shell);
            return done;
        }
        catch (OperationCanceledException)
        {
            line.Keep($"stopped; the same command{(request.Restart ? " without --restart" : "")} resumes from {checkpoint}");
            throw;
        }
        catch (ForeignCheckpointException e)
        {
            throw new InvalidDataException(
                $"{e.Message} Finish that one with its own command, start over with --restart, or write to another file with --out.", e);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{e.Message.TrimEnd('.')}. The checkpoint is damaged; start over with --restart.", e);
        }
        catch (DivergedException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void ShowProgress(TrainRequest request, TrainingProgress progress, ProgressLine line)
    {
        TrainingView.Show(progress, line);
        if (request.Recipe.Lines is not null && progress.Finished?.Epoch == progress.Epochs)
        {
            line.Show(HeldOutLinesMessage);
        }
    }

    private static Option<double> CheckpointSeconds()
    {
        var seconds = new Option<double>("--checkpoint-seconds")
        {
            Description = "Time between two checkpoints; 0 makes one after every step.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 20,
        };
        seconds.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value) && value is not (>= 0 and <= LongestInterval))
            {
                result.AddError($"--checkpoint-seconds takes 0 to {LongestInterval}; got {result.Tokens[0].Value}.");
            }
        });
        return seconds;
    }

    private static void ExpectPupil(string name, string? teacher)
    {
        IEnumerable<string> recipes = Recipes.Ensembles.TryGetValue(name, out EnsembleRecipe? ensemble) ? ensemble.Members.Select(members => members.Recipe) : [name];
        if (teacher is not null && recipes.All(recipe => Recipes.All[recipe].TeacherShare == 0))
        {
            throw new UsageException($"--teacher is for a recipe that learns from one; {name} does not.");
        }
    }

    private static DigitClassifier? Teacher(Recipe recipe, string? model, int threads)
    {
        if (recipe.TeacherShare == 0)
        {
            return null;
        }

        return CommonOptions.OpenModel(
            model ?? throw new UsageException(
                $"{recipe.Name} learns from a teacher: train one (cifra train --recipe {recipe.Teacher}) and name it (--teacher cifra-{recipe.Teacher}.safetensors)."),
            threads);
    }

    // Before the work, not after it: a network that cannot be saved is lost, and two trainings of one file would break each other.
    internal static FileStream Claim(string output)
    {
        string path = Path.GetFullPath(output);
        if (Directory.Exists(path))
        {
            throw new UsageException($"--out takes a file; {output} is a folder.");
        }

        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string name = path + ".lock";
        bool claimed = File.Exists(name);
        FileStream claim;
        try
        {
            claim = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (claimed)
        {
            throw new UsageException($"Another training writes {output} at this moment ({e.Message}).");
        }

        foreach (string left in Directory.GetFiles(folder, $"{Path.GetFileName(path)}.*.tmp"))
        {
            File.Delete(left); // what a kill left half-written
        }

        return claim;
    }

    internal static (DigitSet Train, DigitSet? Validation) Split(DigitData data, int? asked)
    {
        DigitSet set = data.Train ?? throw new UsageException($"{data.Name} has no training part; test pictures are not for training.");
        if (!set.HasLabels || set.Count == 0)
        {
            throw new UsageException($"{set.Name} has no labelled pictures to learn from.");
        }

        int held = asked ?? Math.Min(MostValidation, set.Count / 10);
        if (held < 0 || held >= set.Count)
        {
            throw new UsageException($"--validation takes 0 to {set.Count - 1} of {set.Name}'s {set.Count} pictures; got {held}.");
        }

        return held == 0 ? (set, null) : StratifiedSplit.Split(set, held, SplitSeed);
    }

    // The network is there and nothing is unfinished: either this very training is done, or the file is somebody else's.
    private static void ExpectSame(TrainRequest request, DigitSet train, DigitSet? validation, Shell shell)
    {
        SavedModel found = Found(request.Output);
        ModelCard card = found.Card;
        bool same = card.Recipe == request.Recipe.Name && card.Seed == request.Seed && card.History.Count == request.Recipe.Epochs
            && card.Data == request.Data && card.Teacher == request.Teacher?.Hash && card.TrainImages == train.Count && card.ValidationImages == (validation?.Count ?? 0)
            && (card.DataDigest is null || card.DataDigest == TrainingData.Digest(train, validation)); // early networks do not say
        if (!same)
        {
            throw new UsageException($"{request.Output} holds another network ({card.Command}). Name another file with --out, or replace it with --restart.");
        }

        shell.Error.WriteLine($"{request.Output} is trained already; --restart trains it anew.");
        TrainingView.Print(request, card, found.Hash, shell);
    }

    /// <summary>What stands already where a network shall be saved.</summary>
    internal static SavedModel Found(string output)
    {
        try
        {
            return ModelFile.LoadAny(output);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{output} exists and is no network ({e.Message}) Name another file with --out, or replace it with --restart.");
        }
    }
}
