using System.CommandLine;
using System.Globalization;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;

namespace Cifra.Cli;

/// <summary>Options and arguments that several commands share, and what they open.</summary>
internal static class CommonOptions
{
    /// <summary>A network for single digits.</summary>
    public static Argument<string?> Model() => Model(
        $"Network for single digits: {string.Join(" or ", Pretrained.Names)}, which ship inside, or a file saved by 'cifra train'. "
        + $"Default: {Pretrained.MnistName}, or {Pretrained.FieldName} for pictures that go through the normalizer.");

    /// <summary>A network of any kind.</summary>
    public static Argument<string?> AnyModel() => Model(
        $"Network: {string.Join(", ", Pretrained.Names)}, {Pretrained.LinesName} or {Pretrained.PlatesName}, which ship inside, "
        + $"or a file saved by 'cifra train'. Default: {Pretrained.MnistName}.");

    private static Argument<string?> Model(string description)
    {
        var model = new Argument<string?>("MODEL")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
        };
        RefuseOptions(model);
        return model;
    }

    public static Option<string> RequiredData() => new("--data")
    {
        Description = "Data set: mnist, drawn, a folder of IDX files, a folder of pictures with sub-folders 0 to 9, a Kaggle CSV, or an .npz.",
        HelpName = "SET",
        Required = true,
    };

    public static Option<string> Data()
    {
        Option<string> data = RequiredData();
        data.Required = false;
        data.DefaultValueFactory = _ => "mnist";
        return data;
    }

    public static Option<string?> DataDir() => new("--data-dir")
    {
        Description = $"Folder of MNIST's four files. Default: the variable {MnistLocation.VariableName}, then the per-user cache.",
        HelpName = "DIR",
    };

    public static Option<Normalize> Normalize()
    {
        var normalize = new Option<Normalize>("--normalize")
        {
            Description = "Fit pictures into MNIST's frame: auto (pictures, and IDX images that are not 28x28), always, never.",
            DefaultValueFactory = _ => Cifra.Data.Normalize.Auto,
        };
        normalize.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "auto", "always", "never"); // the parser would accept any number as well
        return normalize;
    }

    public static Option<bool> AsIs() => new("--as-is")
    {
        Description = "Read pictures as they are. Without it, damaged 28x28 pictures (grey paper, specks, noise, lines, parts in negative) are repaired first, "
            + "and sets of digits stretched to a square frame are squeezed.",
    };

    public static Option<int> Threads()
    {
        var threads = new Option<int>("--threads")
        {
            Description = "Number of threads; the result does not depend on it.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        ExpectPositive(threads);
        return threads;
    }

    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for programs." };

    /// <summary>Makes an option take nothing below 1.</summary>
    public static void ExpectPositive(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value) && value < 1)
        {
            result.AddError($"{option.Name} takes a whole number of 1 or more; got {value}.");
        }
    });

    /// <summary>Refuses a mistyped option where a file name is expected. The name of an existing file passes, and so does './-name'.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        string? option = result.Tokens.Select(token => token.Value).FirstOrDefault(text => text.Length > 1 && text[0] == '-' && !File.Exists(text));
        if (option is not null)
        {
            result.AddError($"Unrecognized option '{option}'.");
        }
    });

    /// <summary>Opens a network: a shipped one by its name, or a file.</summary>
    /// <exception cref="ModelException">It cannot be read, or holds no network for digits.</exception>
    public static DigitClassifier OpenModel(string model, int threads)
    {
        if (Pretrained.Names.Contains(model))
        {
            return Pretrained.Load(model, threads);
        }

        return Opened(() =>
        {
            DigitClassifier classifier = ModelFile.Load(model, threads);
            classifier.Classify(new byte[DigitInput.Size]); // a network whose numbers overflow says so here, and not picture by picture
            return classifier;
        });
    }

    /// <summary>Opens a network of any kind: a shipped one by its name, or a file.</summary>
    /// <exception cref="ModelException">It cannot be read, or holds no network.</exception>
    public static SavedModel OpenAnyModel(string model)
    {
        if (Pretrained.Names.Contains(model))
        {
            DigitClassifier digits = Pretrained.Load(model);
            return new SavedModel(digits.Networks, digits.Card, digits.Hash);
        }

        if (model is Pretrained.LinesName or Pretrained.PlatesName)
        {
            LineClassifier lines = model == Pretrained.LinesName ? Pretrained.Lines : Pretrained.Plates;
            return new SavedModel(lines.Networks, lines.Card, lines.Hash);
        }

        return Opened(() => ModelFile.LoadAny(model));
    }

    /// <summary>Opens a network; reports any failure as one of the network.</summary>
    /// <exception cref="ModelException">It cannot be read, holds no network, or does not suit the purpose.</exception>
    public static T Opened<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException(e.Message, e);
        }
    }

    /// <summary>The shipped network that suits some pictures.</summary>
    public static string ShippedFor(DigitSet set) => set.Normalized ? Pretrained.FieldName : Pretrained.MnistName;

    /// <summary>The part of a set that networks are measured on.</summary>
    /// <exception cref="UsageException">It has no labelled pictures for that purpose.</exception>
    public static DigitSet Labelled(DigitData data, string purpose)
    {
        DigitSet set = data.ForEvaluation;
        return set.HasLabels && set.Count > 0 ? set : throw new UsageException($"{set.Name} has no labelled pictures {purpose}.");
    }

    /// <summary>The set to read: its damaged pictures repaired, unless it is to be read as it is.</summary>
    public static RepairedSet Repaired(bool asIs, DigitClassifier classifier, DigitData data, int threads, CancellationToken cancellation) =>
        asIs ? new RepairedSet(data.ForEvaluation, null) : RepairedSet.Of(classifier, data.ForEvaluation, threads, cancellation);

    /// <summary>Opens a data set and says which of its pictures could not be read.</summary>
    public static DigitData OpenData(
        string set, string? dataDir, Normalize normalize, DigitPart part, TextWriter error, CancellationToken cancellation) =>
        OpenData(set, dataDir, normalize, part, asIs: false, error, cancellation);

    /// <summary>The same; what is to be read as it is keeps the aspect that it was stretched to.</summary>
    public static DigitData OpenData(
        string set, string? dataDir, Normalize normalize, DigitPart part, bool asIs, TextWriter error, CancellationToken cancellation)
    {
        DigitData data = DigitSource.Open(set, new DigitSourceOptions
        {
            Mnist = MnistLocation.FromEnvironment(dataDir),
            Normalize = normalize,
            KeepAspect = asIs,
            Part = part,
        }, cancellation);
        foreach (LoadFailure failure in data.Failures)
        {
            error.WriteLine($"cifra: skipped: {failure.Reason}");
        }

        if (data.Failures.Count > 0 && (data.Train?.Count ?? 0) + (data.Test?.Count ?? 0) == 0)
        {
            throw new InvalidDataException($"{set}: expected pictures, found {data.Failures.Count} files that are not.");
        }

        return data;
    }
}
