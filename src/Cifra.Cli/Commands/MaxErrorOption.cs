using System.CommandLine;
using System.Globalization;
using Cifra.Network;

namespace Cifra.Cli.Commands;

/// <summary><c>--max-error RATE</c>, for reading and for measuring.</summary>
internal static class MaxErrorOption
{
    public const string Name = "--max-error";

    /// <summary>The option with one rate.</summary>
    public static Option<double?> One(string description)
    {
        var option = new Option<double?>(Name) { Description = description, HelpName = "RATE" };
        Check(option);
        return option;
    }

    /// <summary>The option that may be given again.</summary>
    public static Option<double[]> Several(string description)
    {
        var option = new Option<double[]>(Name) { Description = description, HelpName = "RATE", Arity = ArgumentArity.OneOrMore };
        Check(option);
        return option;
    }

    /// <summary>What promises are made from.</summary>
    /// <param name="card">The card of the network that decides.</param>
    /// <exception cref="UsageException">The network's file does not carry it.</exception>
    public static HeldOutScores Scores(ModelCard card) => card.HeldOut ?? throw new UsageException(
        $"{Name}: this network's file has no held-out scores, from which alone an error rate can be promised. "
        + "Networks from 'cifra train' have them, unless trained by an older version or with --validation 0.");

    private static void Check(Option option) => option.Validators.Add(result =>
    {
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            if (double.TryParse(text, CultureInfo.InvariantCulture, out double value) && !(value > 0 && value < 1))
            {
                result.AddError($"{Name} takes a rate above 0 and below 1, such as 0.001; got {text}.");
            }
        }
    });
}
