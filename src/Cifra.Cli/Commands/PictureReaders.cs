using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Cheques;
using Cifra.Reading.Digits;
using Cifra.Reading.Forms;
using Cifra.Reading.Lines;
using Cifra.Reading.Plates;
using Cifra.Reading.Post;

namespace Cifra.Cli.Commands;

/// <summary>Makes the reader that suits what pictures show.</summary>
internal static class PictureReaders
{
    /// <summary>The reader.</summary>
    /// <param name="kind">What the pictures show.</param>
    /// <param name="classifier">The network for single digits.</param>
    /// <param name="named">Whether the user named it: it then reads alone what lies apart, unless a grammar wants whole lines.</param>
    /// <param name="maxError">The rate of errors that is asked for; null for none.</param>
    public static PictureReader Of(ReadKind kind, DigitClassifier classifier, bool named, double? maxError)
    {
        ReadingOptions options = ReadingOptions.Default with { MaxError = maxError };
        if (kind.IsPlate)
        {
            return OfPlates(kind, maxError);
        }

        if (kind.IsDigit || (named && kind is { Grammar: null, Form: null, IsCheque: false, LineNetwork: null }))
        {
            var digits = new DigitReader(classifier, kind.IsDigit ? options with { MaxDigits = 1 } : options);
            return new PictureReader(digits.Read, count => DeclinedPromises.OfDigits(count, digits.Threshold(count)), options, new ReadingNetworks(classifier.Hash, null));
        }

        LineClassifier lines = kind.LineNetwork is { } file and not Pretrained.LinesName ? CommonOptions.Opened(() => ModelFile.LoadLines(file)) : Pretrained.Lines;
        var networks = new ReadingNetworks(classifier.Hash, lines.Hash);
        if (kind.Form is { } form)
        {
            FormReader fields = CommonOptions.Opened(() => new FormReader(form, classifier, lines, options));
            return new PictureReader(fields.Read, count => DeclinedPromises.OfDigits(count, fields.Threshold(count)), options, networks);
        }

        if (kind.IsCheque)
        {
            ChequeReader cheques = CommonOptions.Opened(() => new ChequeReader(classifier, lines, options, kind.Region));
            return new PictureReader(cheques.Read, _ => DeclinedPromises.OfNumbers(cheques.Threshold), options, networks);
        }

        if (kind.IsPostcode)
        {
            PostcodeReader postcodes = CommonOptions.Opened(() => new PostcodeReader(classifier, lines, kind.Grammar!, options));
            return new PictureReader(postcodes.Read, _ => DeclinedPromises.OfNumbers(postcodes.Threshold), options, networks) { Look = postcodes.Look };
        }

        NumberReader numbers = CommonOptions.Opened(() => new NumberReader(classifier, lines, options, kind.Grammar));
        return new PictureReader(numbers.Read, _ => DeclinedPromises.OfNumbers(numbers.Threshold), options, networks) { Look = numbers.Look };
    }

    private static PictureReader OfPlates(ReadKind kind, double? maxError)
    {
        if (maxError is not null)
        {
            throw new UsageException("--max-error is promised for digits alone; the confidence of a plate says how sure it is.");
        }

        LineClassifier network = kind.PlateNetwork is { } file ? CommonOptions.Opened(() => ModelFile.LoadLines(file)) : Pretrained.Plates;
        PlateReader plates = CommonOptions.Opened(() => new PlateReader(network, kind.Region));
        return new PictureReader(plates.Read, _ => null, plates.Options, new ReadingNetworks(network.Hash, null));
    }
}
