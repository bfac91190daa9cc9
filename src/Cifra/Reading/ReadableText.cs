using System.Globalization;
using Cifra.Imaging;

namespace Cifra.Reading;

/// <summary>Readings as people read them in a debugger, a log or a notebook: "1450 (0.97, accepted) at 12,30 80x24".</summary>
internal static class ReadableText
{
    /// <summary>"1450 (0.97, accepted) at 12,30 80x24", after the field's name where it has one.</summary>
    public static string Of(ReadNumber number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(number.Name is null ? "" : $"{number.Name} ")}{number.Text} ({number.Confidence:0.00}, {Of(number.Decision)}) at {Of(number.Box)}");

    /// <summary>"5 (0.91) at 12,30 20x24".</summary>
    public static string Of(ReadDigit digit) => string.Create(CultureInfo.InvariantCulture, $"{digit.Symbol} ({digit.Confidence:0.00}) at {Of(digit.Box)}");

    /// <summary>"2 numbers in 640x480: 1450 (…); 27 (…)".</summary>
    public static string Of(PictureReading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(reading.Numbers.Count)} in {reading.Width}x{reading.Height}{(reading.IsBlank ? "" : ": ")}{string.Join("; ", reading.Numbers)}");

    private static string Of(Decision decision) => decision switch
    {
        Decision.Accept => "accepted",
        Decision.Unsure => "unsure",
        _ => "not a digit",
    };

    private static string Of(PixelBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.X},{box.Y} {box.Width}x{box.Height}");

    private static string Count(int numbers) => numbers switch
    {
        0 => "no number",
        1 => "1 number",
        _ => string.Create(CultureInfo.InvariantCulture, $"{numbers} numbers"),
    };
}
