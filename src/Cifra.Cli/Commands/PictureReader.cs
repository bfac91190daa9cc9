using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Steps;
using Cifra.Reading;
using Cifra.Reading.Lines;

namespace Cifra.Cli.Commands;

/// <summary>The reader of the library that suits what pictures show.</summary>
/// <param name="Read">Reads a picture; the trace, where there is one, collects the steps from picture to ink.</param>
/// <param name="Declined">Why numbers of so many digits are all unsure, where a rate of errors was asked for that cannot be promised for them; else null.</param>
/// <param name="Options">How it reads.</param>
/// <param name="Networks">What it reads with.</param>
internal sealed record PictureReader(Func<ColorImage, InkTrace?, PictureReading> Read, Func<int, string?> Declined, ReadingOptions Options, ReadingNetworks Networks)
{
    /// <summary>What the two readers of lines make of a picture, for reports; null where the picture is not read by them.</summary>
    public Func<ColorImage, IReadOnlyList<LineView>>? Look { get; init; }

    /// <summary>Reads a picture, and names it where it does not show the form that was looked for.</summary>
    public PictureReading ReadNamed(ColorImage picture, string name, InkTrace? trace)
    {
        try
        {
            return Read(picture, trace);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
    }

    /// <summary>Reads a picture file.</summary>
    public PictureReading ReadFile(string path) => ReadNamed(PictureFile.Load(path, Options.Limits), path, null);

    /// <summary>Reads a picture from a stream.</summary>
    public PictureReading ReadStream(Stream stream, string name) => ReadNamed(PictureFile.Load(stream, name, Options.Limits), name, null);
}
