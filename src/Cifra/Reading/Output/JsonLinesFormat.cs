namespace Cifra.Reading.Output;

/// <summary>What <c>cifra read --json</c> prints, and the hash of the picture's content.</summary>
internal sealed class JsonLinesFormat : ReadingFormat
{
    public override string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256) =>
        ReadingJson.Of(file, networks, reading, sha256) + '\n';

    public override string Failure(string file, string reason) => ReadingJson.Failure(file, reason) + '\n';
}
