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
    public static IPictureReader Of(ReadKind kind, DigitClassifier classifier, bool named, double? maxError)
    {
        ReadingOptions options = ReadingOptions.Default with { MaxError = maxError };
        if (kind.IsPlate)
        {
            return OfPlates(kind, maxError);
        }

        if (kind.IsDigit || (named && kind is { Grammar: null, Form: null, IsCheque: false, LineNetwork: null }))
        {
            return new DigitReader(classifier, kind.IsDigit ? options with { MaxDigits = 1 } : options);
        }

        LineClassifier lines = kind.LineNetwork is { } file and not Pretrained.LinesName ? CommonOptions.Opened(() => ModelFile.LoadLines(file)) : Pretrained.Lines;
        return CommonOptions.Opened<IPictureReader>(() =>
            kind.Form is { } form ? new FormReader(form, classifier, lines, options)
            : kind.IsCheque ? new ChequeReader(classifier, lines, options, kind.Region)
            : kind.IsPostcode ? new PostcodeReader(classifier, lines, kind.Grammar!, options)
            : new NumberReader(classifier, lines, options, kind.Grammar));
    }

    private static IPictureReader OfPlates(ReadKind kind, double? maxError)
    {
        if (maxError is not null)
        {
            throw new UsageException("--max-error is promised for digits alone; the confidence of a plate says how sure it is.");
        }

        LineClassifier network = kind.PlateNetwork is { } file ? CommonOptions.Opened(() => ModelFile.LoadLines(file)) : Pretrained.Plates;
        return CommonOptions.Opened(() => new PlateReader(network, kind.Region));
    }
}
