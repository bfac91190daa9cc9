using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Kinds;

namespace Cifra.Cli.Commands;

/// <summary>What the user says that pictures show, and the networks named for them.</summary>
/// <param name="Kind">What they show.</param>
internal sealed record PictureChoice(PictureKind Kind)
{
    /// <summary>The network for single digits: a file, or one that ships by its name.</summary>
    public string Model { get; init; } = Pretrained.FieldName;

    /// <summary>Whether the user named the network for single digits.</summary>
    public bool ModelNamed { get; init; }

    /// <summary>The network named for lines: a file, or the one that ships by its name; null where none was named.</summary>
    public string? Lines { get; init; }

    /// <summary>The file named for number plates; null for the network that ships.</summary>
    public string? Plates { get; init; }

    /// <summary>Makes the reader.</summary>
    /// <param name="classifier">The network for single digits.</param>
    /// <param name="maxError">The rate of errors that is asked for; null for none.</param>
    /// <exception cref="UsageException">That rate cannot be promised.</exception>
    /// <exception cref="ModelException">A network cannot be read, or does not suit the pictures.</exception>
    public IPictureReader Open(DigitClassifier classifier, double? maxError)
    {
        if (maxError is not null && Kind.IsPlate)
        {
            throw new UsageException(
                $"{MaxErrorOption.Name} does not go with --as {Kind.Name}: the network for plates has no held-out scores to promise a rate from.");
        }

        return CommonOptions.Opened(() =>
        {
            var options = new KindOptions
            {
                Reading = ReadingOptions.Default with { MaxError = maxError },
                Digits = classifier,
                Lines = Lines is null or Pretrained.LinesName ? null : ModelFile.LoadLines(Lines),
                Plates = Plates is null ? null : ModelFile.LoadLines(Plates),
                DigitsApart = ModelNamed && Lines is null,
            };
            if (maxError is not null)
            {
                _ = MaxErrorOption.Scores(Kind.IsPromisedByDigits(options) ? classifier.Card : (options.Lines ?? Pretrained.Lines).Card);
            }

            return Kind.CreateReader(options);
        });
    }
}
