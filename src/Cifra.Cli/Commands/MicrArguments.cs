using System.CommandLine;
using System.CommandLine.Parsing;
using Cifra.Evaluation.Strings;
using Cifra.Reading.Micr;

namespace Cifra.Cli.Commands;

/// <summary>The options of <c>cifra evaluate</c> that measure the reading of magnetic ink.</summary>
internal sealed class MicrArguments
{
    private readonly Option<int?> _lines = new("--micr")
    {
        Description = "Measure the reading of magnetic ink instead: draw this many lines with the noise, blur, skew and patterns of a scan, and read them.",
        HelpName = "LINES",
    };

    private readonly Option<string> _font = new("--micr-font")
    {
        Description = "Font of the lines that --micr draws: e13b or cmc7.",
        HelpName = "FONT",
        DefaultValueFactory = _ => "e13b",
    };

    private readonly Option<int> _dpi = new("--dpi")
    {
        Description = "Resolution of the lines that --micr draws, 72 to 2400 pixels per inch.",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
    };

    private readonly Option<long> _seed = new("--micr-seed")
    {
        Description = "Seed of the lines that --micr draws.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };


    public void AddTo(Command command)
    {
        _font.AcceptOnlyFromAmong("e13b", "cmc7");
        Option[] own = [_font, _dpi, _seed];
        command.Add(_lines);
        foreach (Option option in own)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool asked = result.GetValue(_lines) is not null;
            foreach (Option option in asked ? [] : own.Where(option => Given(result, option.Name)))
            {
                result.AddError($"{option.Name} belongs to {_lines.Name}.");
            }

            foreach (OptionResult other in asked ? result.Children.OfType<OptionResult>().Where(child => !child.Implicit && !Serves(child.Option, own)) : [])
            {
                result.AddError($"{other.Option.Name} does not go with {_lines.Name}.");
            }

            if (result.GetValue(_lines) is <= 0)
            {
                result.AddError($"{_lines.Name} takes a number of lines, 1 or more.");
            }

            if (asked && Given(result, _dpi.Name) && result.GetValue(_dpi) is < 72 or > 2400)
            {
                result.AddError($"{_dpi.Name} takes 72 to 2400 pixels per inch.");
            }
        });
    }

    /// <summary>What was asked; null where the reading of magnetic ink is not to be measured.</summary>
    public MicrRunOptions? Of(ParseResult args, int threads) => args.GetValue(_lines) is not { } lines
        ? null
        : new MicrRunOptions
        {
            Lines = lines,
            Font = args.GetValue(_font) == "cmc7" ? MicrFont.Cmc7 : MicrFont.E13B,
            Dpi = args.GetValue(_dpi),
            Seed = args.GetValue(_seed),
            Threads = threads,
        };

    private bool Serves(Option option, Option[] own) => option == _lines || own.Contains(option) || option.Name is "--threads" or "--json" or "--min-accuracy";

    private static bool Given(CommandResult result, string option) =>
        result.Children.OfType<OptionResult>().Any(child => child.Option.Name == option && !child.Implicit);
}
