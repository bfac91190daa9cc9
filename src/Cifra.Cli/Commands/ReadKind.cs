using System.CommandLine;
using Cifra.Network;
using Cifra.Reading;
using Cifra.Reading.Grammars;

namespace Cifra.Cli.Commands;

/// <summary>What a picture is taken to show: what stands after <c>--as</c>.</summary>
/// <param name="Name">The word, with what follows its colon.</param>
/// <param name="Grammar">What the picture's one field may hold; null where all numbers on it are read.</param>
internal sealed record ReadKind(string Name, Grammar? Grammar)
{
    private const string Digit = "digit";
    private const string Usual = "number";
    private const string Plate = "plate";

    /// <summary>Whether it is number plates.</summary>
    public bool IsPlate => IsWord(Name, Plate);

    /// <summary>Whether letters belong to what is read.</summary>
    public bool Letters => IsPlate;

    /// <summary>The network that the user named for plates: a file; null for the one that ships.</summary>
    public string? PlateNetwork { get; init; }

    /// <summary>The option.</summary>
    public static Option<string> Option()
    {
        var kind = new Option<string>("--as")
        {
            Description = $"What the picture shows: {Digit} (one), {Usual} (all numbers on it), or one field that a grammar describes: {string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}; docs/grammars.md.",
            HelpName = "KIND",
            DefaultValueFactory = _ => Usual,
        };
        kind.Validators.Add(result =>
        {
            try
            {
                _ = Of(result.GetValueOrDefault<string>());
            }
            catch (ArgumentException e)
            {
                result.AddError($"--as: {e.Message.Split(" (Parameter ")[0]} Or {Digit}, or {Usual}.");
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // A list of codes that cannot be read is no fault of the command line; reading says so.
            }
        });
        return kind;
    }

    /// <summary>The option that names whose plates they are.</summary>
    public static Option<string?> RegionOption() => new("--region")
    {
        Description = "Whose number plates they are: us, br, eu, de, us-ca …; --as plate --region us is the same as --as plate:us.",
        HelpName = "REGION",
    };

    /// <summary>The kind that a word and a region name, and the network for single digits that goes with it.</summary>
    /// <param name="name">What stands after <c>--as</c>.</param>
    /// <param name="region">What stands after <c>--region</c>; null for nothing.</param>
    /// <param name="model">What stands after <c>--model</c>; null for nothing.</param>
    /// <returns>The kind, and the name of the network to open.</returns>
    /// <exception cref="UsageException">A region is named for something that has none, or it is not known.</exception>
    public static (ReadKind Kind, string Model) Of(string name, string? region, string? model)
    {
        if (region is not null && !name.Equals(Plate, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--region belongs to --as {Plate}; got --as {name}.");
        }

        try
        {
            ReadKind kind = Of(region is null ? name : $"{Plate}:{region}");
            return kind.IsPlate ? (kind with { PlateNetwork = model == Pretrained.PlatesName ? null : model }, Pretrained.FieldName) : (kind, model ?? Pretrained.FieldName);
        }
        catch (ArgumentException e) when (region is not null)
        {
            throw new UsageException($"--region: {e.Message.Split(" (Parameter ")[0]}");
        }
    }

    /// <summary>The kind that a word names.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    /// <exception cref="IOException">The file that it names cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file that it names is no list of codes.</exception>
    public static ReadKind Of(string name) => new(name, name is Digit or Usual ? null : Grammar.Parse(name));

    /// <summary>The reader for such pictures.</summary>
    /// <param name="classifier">The network for single digits.</param>
    /// <param name="named">Whether the user named it: it then reads alone what lies apart, unless a grammar wants whole lines.</param>
    /// <param name="maxError">The rate of errors that is asked for; null for none.</param>
    public PictureReader Reader(DigitClassifier classifier, bool named, double? maxError)
    {
        ReadingOptions options = ReadingOptions.Default with { MaxError = maxError };
        if (IsPlate)
        {
            return PlateReaderOf(maxError);
        }

        if (Name == Digit || (named && Grammar is null))
        {
            var digits = new DigitReader(classifier, Name == Digit ? options with { MaxDigits = 1 } : options);
            return new PictureReader(digits.Read, digits.Promise, options);
        }

        var numbers = new NumberReader(classifier, Pretrained.Lines, options, Grammar);
        return new PictureReader(numbers.Read, numbers.Promise, options);
    }

    private static bool IsWord(string name, string word) =>
        name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (name.Length == word.Length || name[word.Length] == ':');

    private PictureReader PlateReaderOf(double? maxError)
    {
        if (maxError is not null)
        {
            throw new UsageException("--max-error is promised for digits alone; the confidence of a plate says how sure it is.");
        }

        LineClassifier network = OpenPlates(PlateNetwork);
        int colon = Name.IndexOf(':', StringComparison.Ordinal);
        try
        {
            var plates = new PlateReader(network, colon < 0 ? null : Name[(colon + 1)..].ToLowerInvariant());
            return new PictureReader(plates.Read, _ => null, plates.Options) { Model = network.Hash };
        }
        catch (ArgumentException e)
        {
            throw new ModelException(e.Message, e);
        }
    }

    private static LineClassifier OpenPlates(string? file)
    {
        try
        {
            return file is null ? Pretrained.Plates : ModelFile.LoadLines(file);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException(e.Message, e);
        }
    }
}
