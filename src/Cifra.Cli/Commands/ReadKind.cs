using System.CommandLine;
using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>What a picture is taken to show: one of the words after <c>--as</c>.</summary>
/// <param name="Name">The word.</param>
/// <param name="Options">How such pictures are read.</param>
/// <param name="Letters">Whether letters belong to what is read.</param>
internal sealed record ReadKind(string Name, ReadingOptions Options, bool Letters)
{
    private const string Usual = "number";

    private static readonly ReadKind[] All =
    [
        new("digit", new ReadingOptions { MaxDigits = 1 }, Letters: false),
        new(Usual, ReadingOptions.Default, Letters: false),
    ];

    /// <summary>The option.</summary>
    public static Option<string> Option()
    {
        var kind = new Option<string>("--as") { Description = "What the picture shows: one digit, or numbers.", DefaultValueFactory = _ => Usual };
        kind.AcceptOnlyFromAmong([.. All.Select(one => one.Name)]);
        return kind;
    }

    /// <summary>The kind of a word that the option takes.</summary>
    public static ReadKind Of(string name) => All.Single(kind => kind.Name == name);
}
