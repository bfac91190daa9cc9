using System.CommandLine;
using Cifra.Reading.Grammars;

namespace Cifra.Cli.Commands;

/// <summary>What a file says is to be expected: what stands after <c>--expect</c>.</summary>
internal sealed partial record ReadKind
{
    /// <summary>The file that lists what the field may hold; null where none was named.</summary>
    public string? Expected { get; private init; }

    /// <summary>The option.</summary>
    public static Option<string?> ExpectOption() => new("--expect")
    {
        Description = "File of what the field is expected to hold, one text a line, such as the amounts of payment slips; what else the field says ends unsure. With --as, the listed texts that KIND takes.",
        HelpName = "FILE",
    };

    /// <summary>The same kind, where only what a file lists is expected in the field; this kind where no file is named.</summary>
    /// <exception cref="UsageException">Pictures of this kind are not one field.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no list, or lists nothing that this kind takes.</exception>
    public ReadKind Expecting(string? file)
    {
        if (file is null)
        {
            return this;
        }

        return Grammar is not null || (Name == Usual && Form is null)
            ? this with { Expected = file, Grammar = Grammar.Expected(file, Grammar) }
            : throw new UsageException($"--expect is about one field and does not go with {Name}.");
    }
}
