namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>The two-byte markers of a JPEG file, by their second byte (ITU-T T.81, table B.1).</summary>
internal static class JpegMarker
{
    public const byte HuffmanTables = 0xC4;
    public const byte FirstRestart = 0xD0;
    public const byte LastRestart = 0xD7;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte QuantizationTables = 0xDB;
    public const byte NumberOfLines = 0xDC;
    public const byte RestartInterval = 0xDD;
    public const byte Jfif = 0xE0;
    public const byte Exif = 0xE1;
    public const byte Adobe = 0xEE;

    /// <summary>Restart markers sit inside a scan's data and belong to its decoding.</summary>
    public static bool IsRestart(byte marker) => marker is >= FirstRestart and <= LastRestart;

    /// <summary>Markers that no length and no payload follow.</summary>
    public static bool StandsAlone(byte marker) => marker == 0x01 || marker is >= FirstRestart and <= EndOfImage;

    /// <summary>A frame header of the coding processes that are decoded: baseline, extended sequential, progressive.</summary>
    public static bool IsDecodedFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;

    /// <summary>The name of a coding process that is refused, or null if the marker is not of one.</summary>
    public static string? RefusedProcess(byte marker) => marker switch
    {
        0xC3 => "lossless JPEG",
        0xC5 or 0xC6 or 0xC7 or 0xDE or 0xDF => "hierarchical JPEG",
        0xC9 or 0xCA => "arithmetic-coded JPEG",
        0xCB => "lossless arithmetic-coded JPEG",
        0xCC => "arithmetic-coded JPEG",
        0xCD or 0xCE or 0xCF => "hierarchical arithmetic-coded JPEG",
        0xF7 => "JPEG-LS",
        _ => null,
    };
}
