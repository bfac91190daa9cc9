using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Reading;

/// <summary>A decoded picture on its way through a reader, in colour or grey.</summary>
internal sealed record GivenPicture
{
    private readonly ColorImage? _color;
    private readonly GrayImage? _gray;

    private GivenPicture(ColorImage? color, GrayImage? gray, InkTrace? trace, CancellationCheck check)
    {
        (_color, _gray, Trace, Check) = (color, gray, trace, check);
        (Width, Height) = color is not null ? (color.Width, color.Height) : (gray!.Width, gray.Height);
    }

    /// <summary>Pixels in a row, as given.</summary>
    public int Width { get; }

    /// <summary>Number of rows, as given.</summary>
    public int Height { get; }

    /// <summary>Optional; collects what each step from picture to ink did.</summary>
    public InkTrace? Trace { get; init; }

    /// <summary>Asked within all long work.</summary>
    public CancellationCheck Check { get; }

    public static GivenPicture Of(ColorImage picture, InkTrace? trace, CancellationCheck check) => new(picture, null, trace, check);

    public static GivenPicture Of(GrayImage picture, InkTrace? trace, CancellationCheck check) => new(null, picture, trace, check);

    /// <summary>Takes its ink.</summary>
    public PictureInk Ink(PictureInkOptions options) => _color is not null
        ? PictureInk.Of(_color, options, Trace, Check)
        : PictureInk.Of(_gray!, options, Trace, Check);

    /// <summary>By luma.</summary>
    public GrayImage ToGray() => _gray ?? _color!.ToGray(Check);

    /// <summary>By the mix of channels that shows the ink best.</summary>
    public Step Grey() => _color is not null
        ? InkChannel.Apply(_color, Check)
        : Step.Skipped(Stage.Of(_gray!), "the picture is grey already");
}
