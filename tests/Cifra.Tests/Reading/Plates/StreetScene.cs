using System.Numerics;
using Cifra.Data.Plates;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;

namespace Cifra.Tests.Reading.Plates;

/// <summary>
/// Draws a car in a street and its number plate seen at an angle, each in its place that is known: samples/pictures/plate-street.png is one.
/// </summary>
internal static class StreetScene
{
    private const int SheetWidth = 320;
    private const int SheetHeight = 160;
    private const int Character = 68;

    /// <summary>What the sample says.</summary>
    public const string SampleText = "7KRM402";

    /// <summary>Where its plate is.</summary>
    public static Quadrilateral SamplePlace { get; } = new(new(262, 262), new(375, 252), new(378, 310), new(265, 322));

    /// <summary>The picture that is shipped as a sample.</summary>
    public static GrayImage Sample() => Draw((SampleText, SamplePlace));

    /// <summary>A street with a car and plates, 640x440; the car alone where there are none.</summary>
    public static GrayImage Draw(params (string Text, Quadrilateral Place)[] plates)
    {
        var canvas = new PlateCanvas(640, 440, 168);
        for (int y = 0; y < 440; y++)
        {
            canvas.Fill(0, y, 640, y + 1, (byte)(y < 150 ? 205 - (y / 5) : 118 + (y / 12)));
        }

        canvas.Fill(120, 190, 520, 350, 72);
        canvas.Fill(170, 90, 470, 190, 72);
        canvas.Fill(190, 104, 450, 182, 38);
        canvas.Fill(120, 330, 520, 352, 50);
        foreach (float x in new[] { 150f, 490f })
        {
            canvas.Spot(new Vector2(x, 226), new Vector2(24, 16), 225);
            canvas.Spot(new Vector2(x, 356), new Vector2(30, 30), 25);
            canvas.Spot(new Vector2(x, 356), new Vector2(13, 13), 150);
        }

        for (float x = 230; x < 420; x += 14)
        {
            canvas.Fill(x, 206, x + 5, 236, 120); // a grille: bars of equal height in a row
        }

        canvas.Fill(40, 400, 200, 408, 215);
        canvas.Fill(330, 400, 490, 408, 215);
        foreach ((string text, Quadrilateral place) in plates)
        {
            Mount(canvas.Picture, Plate(text), place);
        }

        return canvas.Picture;
    }

    /// <summary>A plate from the front and nothing else.</summary>
    public static GrayImage Plate(string text, byte ground = 232, byte ink = 45)
    {
        var canvas = new PlateCanvas(SheetWidth, SheetHeight, 120);
        canvas.Fill(4, 4, SheetWidth - 4, SheetHeight - 4, ground);
        GrayImage[] letters = [.. text.Select(symbol => Print(symbol, Character, 0.8f))];
        int width = letters.Sum(letter => letter.Width) + (8 * (letters.Length - 1));
        int x = (SheetWidth - width) / 2;
        foreach (GrayImage letter in letters)
        {
            canvas.Lay(letter, x, 48 + ((Character - letter.Height) / 2), ink);
            x += letter.Width + 8;
        }

        x = 116;
        foreach (char symbol in "CIFRA")
        {
            GrayImage letter = Print(symbol, 18, 1);
            canvas.Lay(letter, x, 14, ink);
            x += letter.Width + 6;
        }

        foreach (float hole in new[] { 40f, SheetWidth - 40f })
        {
            canvas.Spot(new Vector2(hole, 24), new Vector2(5, 5), 90);
        }

        return canvas.Picture;
    }

    // The first shape of each symbol: the test knows it, and the network saw it among others.
    private static GrayImage Print(char symbol, int height, float breadth)
    {
        var face = new Typeface(Stem: 0.075f, Hair: 0.07f, breadth, Lean: 0, Serifs: false, Rounded: true);
        GrayImage sheet = face.Print(PlateGlyphs.Choose(symbol, kind: 1, new Cifra.Numerics.SeededRandom(4)), height);
        return PixelBox.AroundInk(sheet).CutFrom(sheet);
    }

    private static void Mount(GrayImage scene, GrayImage plate, Quadrilateral place)
    {
        const int Samples = 3;
        Homography toPlate = Homography.Between(place, Quadrilateral.OfSize(plate.Width, plate.Height));
        PixelBox box = place.Bounds(scene.Width, scene.Height);
        for (int y = box.Y; y < box.Bottom; y++)
        {
            for (int x = box.X; x < box.Right; x++)
            {
                double sum = 0;
                for (int i = 0; i < Samples * Samples; i++)
                {
                    PicturePoint at = toPlate.Apply(new PicturePoint(x + ((i % Samples) + 0.5) / Samples, y + ((i / Samples) + 0.5) / Samples));
                    bool inside = at.X >= 0 && at.Y >= 0 && at.X <= plate.Width && at.Y <= plate.Height;
                    sum += inside ? Warp.Level(plate, at) : scene[x, y];
                }

                scene[x, y] = (byte)((sum / (Samples * Samples)) + 0.5);
            }
        }
    }
}
