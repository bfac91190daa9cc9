using Cifra.Evaluation;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Pages;
using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>The reader of the library that suits what pictures show.</summary>
/// <param name="Read">Reads a picture; the trace, where there is one, collects the steps from picture to ink.</param>
/// <param name="Promise">What each digit of a number of so many is held to; null where no rate of errors was asked for.</param>
/// <param name="Options">How it reads.</param>
internal sealed record PictureReader(Func<ColorImage, InkTrace?, PictureReading> Read, Func<int, ErrorPromise?> Promise, ReadingOptions Options)
{
    /// <summary>Hash of the network that reads, where it is not the one for single digits.</summary>
    public string? Model { get; init; }

    /// <summary>Reads a picture file.</summary>
    public PictureReading ReadFile(string path) => Read(PictureFile.Load(path, Options.Limits), null);

    /// <summary>Reads a picture from a stream.</summary>
    public PictureReading ReadStream(Stream stream, string name) => Read(PictureFile.Load(stream, name, Options.Limits), null);
}
