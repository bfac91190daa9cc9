using System.Numerics;
using Cifra.Data.Lines;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network.Lines;
using Cifra.Numerics;
using Cifra.Reading.Micr;

namespace Cifra.Data.Cheques;

/// <summary>Draws a cheque of an invented bank in the American layout: captions and rules in print, amount and date by hand, a line of magnetic ink.</summary>
/// <remarks>For samples and tests. Six by two and three quarter inches, as a scanner would see it; everything follows from the seed.</remarks>
internal static class DrawnCheque
{
    private const long Key = 31;
    private const float Width = 6 * 25.4f;   // all lengths in millimetres
    private const float Height = 2.75f * 25.4f;
    private const float Written = 4.2f;      // height of written digits
    private const float Caption = 2.1f;      // height of small capitals
    private const float Hairline = 0.12f;    // half the thickness of a rule
    private const float Clear = 4.8f;        // from the cheque's lower edge to the foot of the magnetic line: 3/16 inch

    /// <summary>A cheque: dark ink on bright paper with a faint pattern.</summary>
    /// <param name="text">What stands on it.</param>
    /// <param name="dpi">Pixels an inch, 100 or more.</param>
    /// <param name="seed">Decides on the hand, the type and the pattern.</param>
    /// <exception cref="ArgumentException">The text has a symbol that cannot be drawn.</exception>
    public static GrayImage Draw(ChequeText text, int dpi, long seed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(dpi, 100);
        Check(text);
        var random = new SeededRandom(Key, seed);
        var sheet = new Sheet(dpi / 25.4f, random);
        sheet.Print("BANK OF NOWHERE", 8, 6, 3.2f);
        sheet.PrintDigits(text.Number, 132, 6, 3.2f);
        sheet.Print("DATE", 92, 18, Caption);
        sheet.Rule(101, 144, 20.2f);
        sheet.Write(text.Date, 103, 19.4f);
        sheet.Print("PAY TO THE", 8, 26, Caption);
        sheet.Print("ORDER OF", 8, 29.5f, Caption);
        sheet.Rule(28, 110, 32);
        sheet.Scrawl(34, 80, 30);
        sheet.Print("$", 114, 27.4f, 4.2f);
        sheet.Box(119, 25, 146, 33.4f);
        sheet.Write(text.Amount, 121, 31.4f);
        sheet.Rule(8, 122, 42);
        sheet.Scrawl(12, 90, 40);
        sheet.Print("DOLLARS", 125, 39.6f, Caption + 0.3f);
        sheet.Print("MEMO", 8, 54, Caption);
        sheet.Rule(20, 68, 56);
        sheet.Rule(88, 144, 56);
        sheet.Scrawl(96, 128, 54);
        sheet.Magnetic(text.Line);
        return sheet.Scan();
    }

    private static void Check(ChequeText text)
    {
        bool written = (text.Amount + text.Date).All(LineSymbols.Numbers.Contains);
        bool printed = (text.Routing + text.Account + text.Number + text.Encoded).All(char.IsAsciiDigit);
        if (!written || !printed || text.Routing.Length != 8 || text.Encoded is { Length: not 10 })
        {
            throw new ArgumentException(
                $"A cheque has an amount and a date of {LineSymbols.Numbers}, a routing number of 8 digits, "
                + $"an account, a number and perhaps an encoded amount of 10 digits; got {text}.",
                nameof(text));
        }
    }

    private sealed class Sheet(float scale, SeededRandom random)
    {
        private readonly GrayImage _ink = new((int)(Width * scale), (int)(Height * scale));
        private readonly Typeface _face = Typeface.Pick("sans", random);
        private readonly LineStyle _hand = LineStyle.Pick(new LineDigits(null), new LineOptions { Printed = 0, Drawn = 1, Foreign = 0 }, random);

        public void Print(string text, float x, float y, float height) =>
            Set(text.Select(letter => letter == ' ' ? null : PrintedCapitals.Of(letter)), x, y, height);

        public void PrintDigits(string text, float x, float y, float height) => Set(text.Select(digit => Glyphs.Choose(digit - '0', random)), x, y, height);

        public void Rule(float left, float right, float y) =>
            StrokeBrush.Draw(_ink, new Vector2(left, y) * scale, new Vector2(right, y) * scale, Hairline * scale, 170, flat: true);

        public void Box(float left, float top, float right, float bottom)
        {
            Rule(left, right, top);
            Rule(left, right, bottom);
            StrokeBrush.Draw(_ink, new Vector2(left, top) * scale, new Vector2(left, bottom) * scale, Hairline * scale, 170, flat: true);
            StrokeBrush.Draw(_ink, new Vector2(right, top) * scale, new Vector2(right, bottom) * scale, Hairline * scale, 170, flat: true);
        }

        public void Write(string text, float x, float baseline)
        {
            float at = x * scale;
            foreach (char symbol in text)
            {
                if (_hand.Write(symbol, Written * scale, random) is { } ink)
                {
                    ink.Lay(_ink, (int)at, (int)((baseline * scale) + ink.Foot) - ink.Ink.Height);
                    at += ink.Ink.Width + (Written * scale * random.NextSingle(0.14f, 0.24f));
                }
            }
        }

        // Joined writing that says nothing.
        public void Scrawl(float left, float right, float baseline)
        {
            Vector2 last = new(left, baseline);
            for (float x = left; x < right;)
            {
                x += random.NextSingle(0.7f, 1.5f);
                float rise = random.Next(7) == 0 ? random.NextSingle(3, 4.4f) : random.NextSingle(1.2f, 2.2f);
                Vector2 top = new(x + 0.5f, baseline - rise);
                Vector2 foot = new(x + 0.9f, baseline - random.NextSingle(0, 0.4f));
                StrokeBrush.DrawCurve(_ink, last * scale, new Vector2(x, baseline) * scale, top * scale, 0.19f * scale, 230);
                StrokeBrush.DrawCurve(_ink, top * scale, new Vector2(x - 0.1f, baseline - (rise / 2)) * scale, foot * scale, 0.19f * scale, 230);
                x += random.Next(9) == 0 ? 2.5f : 0;
                last = random.Next(9) == 0 ? new Vector2(x, baseline) : foot;
            }
        }

        public void Magnetic(string line)
        {
            const float ScratchSlot = 1;
            GrayImage print = MicrPrint.Line(MicrFace.E13B, line, scale, ScratchSlot);
            new SymbolInk(print, 0).Lay(_ink, (int)(9 * scale), (int)((Height - Clear - MicrFace.E13B.Height - ScratchSlot) * scale));
        }

        public GrayImage Scan()
        {
            var pattern = new GrayImage(_ink.Width, _ink.Height);
            LinePattern.Print(pattern, 5 * scale, random);
            var scan = new GrayImage(_ink.Width, _ink.Height);
            for (int i = 0; i < scan.Pixels.Length; i++)
            {
                float paper = 240 - (0.12f * pattern.Pixels[i]);
                scan.Pixels[i] = (byte)(paper + ((45 - paper) * _ink.Pixels[i] / 255));
            }

            return scan;
        }

        private void Set(IEnumerable<Glyph?> glyphs, float x, float y, float height)
        {
            float at = x * scale;
            foreach (Glyph? glyph in glyphs)
            {
                if (glyph is null)
                {
                    at += 0.55f * height * scale;
                    continue;
                }

                GrayImage print = _face.Print(glyph, (int)(height * scale));
                PixelBox box = PixelBox.AroundInk(print);
                int rise = (box.Height - (int)(height * scale)) / 2; // round letters and the dollar's bar reach beyond
                new SymbolInk(box.CutFrom(print), 0).Lay(_ink, (int)at, (int)(y * scale) - rise);
                at += box.Width + (0.2f * height * scale);
            }
        }
    }
}
