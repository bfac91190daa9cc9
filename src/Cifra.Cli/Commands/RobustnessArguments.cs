using System.CommandLine;
using Cifra.Data;
using Cifra.Evaluation.Robustness;

namespace Cifra.Cli.Commands;

/// <summary>The options of <c>cifra evaluate</c> that ask for robustness.</summary>
internal sealed class RobustnessArguments
{
    private const int UsualImages = 2000;

    private readonly Option<bool> _robustness = new("--robustness")
    {
        Description = "Also read degraded pictures: 16 corruptions, each at five strengths. With --normalize always they go through all that a picture "
            + "file goes through; else damaged ones are repaired, or with --as-is none.",
    };

    private readonly Option<int> _images = Images();

    private readonly Option<string?> _card = new("--card")
    {
        Description = "Model card (JSON, by 'cifra model card') or an earlier --json of --robustness, to compare with.",
        HelpName = "FILE",
    };

    /// <summary>How many pictures: an option that <c>cifra model card</c> has too.</summary>
    public static Option<int> Images()
    {
        var images = new Option<int>("--robustness-images")
        {
            Description = $"Pictures of the set that robustness is measured with, as many of each digit as is its share; {UsualImages} unless given.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualImages,
        };
        CommonOptions.ExpectPositive(images);
        return images;
    }

    public void AddTo(Command command)
    {
        command.Add(_robustness);
        command.Add(_images);
        command.Add(_card);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_robustness) && (result.GetResult(_card) is not null || result.GetResult(_images) is { Implicit: false }))
            {
                result.AddError($"{(result.GetResult(_card) is not null ? _card.Name : _images.Name)} belongs to {_robustness.Name}.");
            }
        });
    }

    /// <summary>What was asked; null where nothing was.</summary>
    public RobustnessRequest? Of(ParseResult args, Normalize normalize, bool asIs, int threads) => args.GetValue(_robustness)
        ? new RobustnessRequest(Options(args.GetValue(_images), normalize, threads) with { Repair = !asIs }, args.GetValue(_card))
        : null;

    public static RobustnessOptions Options(int images, Normalize normalize, int threads) =>
        new() { Images = images, PicturePath = normalize == Normalize.Always, Threads = threads };
}
