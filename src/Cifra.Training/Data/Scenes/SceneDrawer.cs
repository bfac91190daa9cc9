using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>Makes life-like training pictures of single digits: what the network sees of a form, an envelope or a photo.</summary>
/// <remarks>
/// A digit's ink is enlarged, changed in form and damaged, set among lines and strokes, and then either normalized at once or laid on paper,
/// photographed, and taken through the path that real pictures take. The same key gives the same picture, whatever the thread and the
/// order. An object serves all threads.
/// </remarks>
internal sealed class SceneDrawer(SceneOptions options)
{
    private const int MasterHeight = 44; // of printed and drawn digits before they are changed in form
    private const int Attempts = 3;

    // A part of the key for each source, so that one index can serve all.
    private const long WrittenKey = 11;
    private const long PrintedKey = 12;
    private const long DrawnKey = 13;
    private const long MixedKey = 14;

    /// <summary>A scene of a digit that is there in ink, such as a training picture.</summary>
    /// <param name="digit">[784] bright ink on black.</param>
    /// <param name="picture">[784] receives what the network sees; all black if there was no ink.</param>
    /// <param name="seed">Names the run.</param>
    /// <param name="epoch">Names the pass over the pictures.</param>
    /// <param name="index">Names the picture.</param>
    public void Draw(ReadOnlySpan<byte> digit, Span<byte> picture, long seed, long epoch, long index) =>
        Make(new GrayImage(DigitInput.Side, DigitInput.Side, digit.ToArray()), picture, new SeededRandom(WrittenKey, seed, epoch, index));

    /// <summary>A scene of a printed digit.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="picture">[784] receives what the network sees.</param>
    /// <param name="seed">Names the run.</param>
    /// <param name="epoch">Names the pass over the pictures.</param>
    /// <param name="index">Names the picture.</param>
    public void DrawPrinted(int digit, Span<byte> picture, long seed, long epoch, long index)
    {
        var random = new SeededRandom(PrintedKey, seed, epoch, index);
        Make(Typeface.Pick(random).Print(Glyphs.Choose(digit, random), MasterHeight), picture, random);
    }

    /// <summary>A scene of a digit drawn by the stroke model.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="picture">[784] receives what the network sees.</param>
    /// <param name="seed">Names the run.</param>
    /// <param name="epoch">Names the pass over the pictures.</param>
    /// <param name="index">Names the picture.</param>
    public void DrawByHand(int digit, Span<byte> picture, long seed, long epoch, long index)
    {
        var random = new SeededRandom(DrawnKey, seed, epoch, index);
        Make(DrawnDigits.Draw(digit, MasterHeight, random), picture, random);
    }

    /// <summary>A scene of the digit given, or now and then of a printed or drawn one of the same label in its place.</summary>
    /// <param name="digit">[784] bright ink on black.</param>
    /// <param name="label">0 to 9: what it is.</param>
    /// <param name="picture">[784] receives what the network sees.</param>
    /// <param name="seed">Names the run.</param>
    /// <param name="epoch">Names the pass over the pictures.</param>
    /// <param name="index">Names the picture.</param>
    public void DrawMixed(ReadOnlySpan<byte> digit, int label, Span<byte> picture, long seed, long epoch, long index)
    {
        double source = new SeededRandom(MixedKey, seed, epoch, index).NextDouble();
        if (source < options.Printed)
        {
            DrawPrinted(label, picture, seed, epoch, index);
        }
        else if (source < options.Printed + options.Drawn)
        {
            DrawByHand(label, picture, seed, epoch, index);
        }
        else
        {
            Draw(digit, picture, seed, epoch, index);
        }
    }

    private void Make(GrayImage master, Span<byte> picture, SeededRandom random)
    {
        if (PixelBox.AroundInk(master).IsEmpty)
        {
            picture.Clear();
            return;
        }

        bool photo = random.NextDouble() < options.Photos;
        for (int attempt = 0; photo && attempt < Attempts; attempt++)
        {
            var scene = Scene.Wide(master, options, random);
            GrayImage seen = PaperDegradation.Pick(options, random).Take(scene.Ink, random);
            if (ScenePath.Follow(seen, scene.Digit, picture))
            {
                return;
            }
        }

        DigitNormalizer.Normalize(Scene.Close(master, options, random).Ink, picture);
        if (picture.IndexOfAnyExcept((byte)0) < 0)
        {
            DigitNormalizer.Normalize(master, picture); // its strokes were too thin for what happened to them
        }
    }
}
