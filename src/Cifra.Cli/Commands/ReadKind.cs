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

    /// <summary>Whether letters belong to what is read.</summary>
    public bool Letters => Name.StartsWith("plate", StringComparison.OrdinalIgnoreCase);

    /// <summary>The option.</summary>
    public static Option<string> Option()
    {
        var kind = new Option<string>("--as")
        {
            Description = $"What the picture shows: {Digit} (one), {Usual} (all numbers on it), or one field that a grammar describes: {string.Join(", ", Grammar.Forms.Select(form => form.Split("  ")[0]))}; docs/grammars.md.",
            HelpName = "KIND",
            DefaultValueFactory = _ => Usual,
        };
        return kind;
    }

    /// <summary>The kind that a word names.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    public static ReadKind Of(string name)
    {
        if (name is Digit or Usual)
        {
            return new ReadKind(name, null);
        }

        try
        {
            return new ReadKind(name, Grammar.Parse(name));
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--as: {e.Message.Split(" (Parameter ")[0]} Or {Digit}, or {Usual}.");
        }
    }

    /// <summary>The reader for such pictures.</summary>
    /// <param name="classifier">The network for single digits.</param>
    /// <param name="maxError">The rate of errors that is asked for; null for none.</param>
    public PictureReader Reader(DigitClassifier classifier, double? maxError)
    {
        ReadingOptions options = ReadingOptions.Default with { MaxError = maxError };
        if (Name == Digit)
        {
            var digits = new DigitReader(classifier, options with { MaxDigits = 1 });
            return new PictureReader(digits.Read, digits.Promise, options);
        }

        var numbers = new NumberReader(classifier, Pretrained.Lines, options, Grammar);
        return new PictureReader(numbers.Read, numbers.Promise, options);
    }
}
