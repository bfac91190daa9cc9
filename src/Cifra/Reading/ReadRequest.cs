using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Steps;

namespace Cifra.Reading;

/// <summary>A picture to read, and what goes with it.</summary>
public sealed class ReadRequest
{
    private readonly string? _path;
    private readonly Stream? _stream;
    private readonly ReadOnlyMemory<byte>? _bytes;
    private readonly ColorImage? _color;
    private readonly GrayImage? _gray;

    /// <summary>A picture file.</summary>
    public ReadRequest(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        Name = path;
    }

    /// <summary>A picture from a stream, from its position to its end; for one reading. The stream stays open.</summary>
    public ReadRequest(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>The bytes of a picture file.</summary>
    public ReadRequest(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>A picture in colour.</summary>
    public ReadRequest(ColorImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        _color = picture;
    }

    /// <summary>A grey picture.</summary>
    public ReadRequest(GrayImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        _gray = picture;
    }

    /// <summary>What messages call the picture; of a file, its path.</summary>
    public string? Name { get; init; }

    /// <summary>Optional; collects what each step from picture to ink did.</summary>
    public InkTrace? Trace { get; init; }

    /// <summary>What messages call bytes that have no name of their own.</summary>
    internal static string NameOr(string? name) => name ?? "picture";

    internal GivenPicture Open(PictureLimits limits, PictureFormats formats, CancellationCheck check)
    {
        check.ThrowIfCancelled();
        return _gray is not null ? GivenPicture.Of(_gray, Trace, check) : GivenPicture.Of(
            _color ?? (_path is not null ? PictureFile.Load(_path, limits, formats, check)
            : _stream is not null ? PictureFile.Load(_stream, NameOr(Name), limits, formats, check)
            : PictureFile.Decode(_bytes!.Value.Span, NameOr(Name), limits, formats, check)), Trace, check);
    }
}
