using Cifra.Network;
using Cifra.Reading;
using Cifra.Reading.Forms;
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
        if (kind.Form is { } form)
        {
            var fields = new FormReader(form, classifier, Pretrained.Lines, options);
            return new PictureReader(fields.Read, count => DeclinedPromises.OfDigits(count, fields.Promise(count)), options);
        }

        if (kind.IsPlate)
        {
            return OfPlates(kind, maxError);
        }

        if (kind.IsCheque)
        {
            var cheques = new ChequeReader(classifier, Pretrained.Lines, options, kind.Region);
            return new PictureReader(cheques.Read, _ => DeclinedPromises.OfNumbers(cheques.Promise), options);
        }

        if (kind.IsDigit || (named && kind.Grammar is null))
        {
            var digits = new DigitReader(classifier, kind.IsDigit ? options with { MaxDigits = 1 } : options);
            return new PictureReader(digits.Read, count => DeclinedPromises.OfDigits(count, digits.Promise(count)), options);
        }

        if (kind.IsPostcode)
        {
            var postcodes = new PostcodeReader(classifier, Pretrained.Lines, kind.Grammar!, options);
            return new PictureReader(postcodes.Read, _ => DeclinedPromises.OfNumbers(postcodes.Promise), options) { Look = postcodes.Look };
        }

        var numbers = new NumberReader(classifier, Pretrained.Lines, options, kind.Grammar);
        return new PictureReader(numbers.Read, _ => DeclinedPromises.OfNumbers(numbers.Promise), options) { Look = numbers.Look };
    }

    private static PictureReader OfPlates(ReadKind kind, double? maxError)
    {
        if (maxError is not null)
        {
            throw new UsageException("--max-error is promised for digits alone; the confidence of a plate says how sure it is.");
        }

        try
        {
            LineClassifier network = kind.PlateNetwork is { } file ? ModelFile.LoadLines(file) : Pretrained.Plates;
            var plates = new PlateReader(network, kind.Region);
            return new PictureReader(plates.Read, _ => null, plates.Options) { Model = network.Hash };
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException(e.Message, e);
        }
    }
}
