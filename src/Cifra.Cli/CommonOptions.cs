using System.CommandLine;
using Cifra.Data;
using Cifra.Network;

namespace Cifra.Cli;

/// <summary>Options and arguments that several commands share, and what they open.</summary>
internal static class CommonOptions
{
    private const string ShippedModel = "(the network that ships inside)";

    public static Argument<string?> Model() => new("MODEL")
    {
        Description = "Network saved by 'cifra train'; without it, the network that ships inside the library.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "Data set: mnist, drawn, a folder of IDX files, a folder of pictures with sub-folders 0 to 9, a Kaggle CSV, or an .npz.",
        HelpName = "SET",
        DefaultValueFactory = _ => "mnist",
    };

    public static Option<string?> DataDir() => new("--data-dir")
    {
        Description = $"Folder of MNIST's four files. Without it: {MnistLocation.VariableName}, then the per-user cache.",
        HelpName = "DIR",
    };

    public static Option<Normalize> Normalize() => new("--normalize")
    {
        Description = "Fit pictures into MNIST's frame: auto (pictures, and IDX images that are not 28x28), always, never.",
        DefaultValueFactory = _ => Cifra.Data.Normalize.Auto,
    };

    public static Option<int> Threads() => Positive("--threads", "Threads to use; the result does not depend on them.", Environment.ProcessorCount);

    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for machines." };

    /// <summary>A whole number of 1 or more.</summary>
    public static Option<int> Positive(string name, string description, int standard)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int value) && value < 1)
            {
                result.AddError($"{name} takes a whole number of 1 or more; got {value}.");
            }
        });
        return option;
    }

    /// <summary>Opens a network, or the shipped one.</summary>
    /// <exception cref="ModelException">It cannot be read, or is none.</exception>
    public static DigitClassifier OpenModel(string? path, int threads)
    {
        if (path is null)
        {
            return Pretrained.Load(threads);
        }

        try
        {
            return ModelFile.Load(path, threads);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException(e.Message, e);
        }
    }

    /// <summary>What to call a network in reports.</summary>
    public static string ModelName(string? path) => path ?? ShippedModel;

    /// <summary>Opens a data set and says which of its pictures could not be read.</summary>
    public static DigitData OpenData(string set, string? dataDir, Normalize normalize, DigitPart part, TextWriter error)
    {
        DigitData data = DigitSource.Open(set, new DigitSourceOptions
        {
            Mnist = MnistLocation.FromEnvironment(dataDir),
            Normalize = normalize,
            Part = part,
        });
        foreach (LoadFailure failure in data.Failures)
        {
            error.WriteLine($"cifra: skipped: {failure.Reason}");
        }

        return data;
    }
}
