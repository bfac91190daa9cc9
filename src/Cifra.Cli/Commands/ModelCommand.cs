using System.CommandLine;
using System.Globalization;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Reading.Output;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra model</c>: shows a network and where it comes from; compares two; saves one for others.</summary>
internal static class ModelCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation) => new(
        "model",
        """
        Show a network and where it comes from; write its card; save a copy, or as ONNX; compare two, or make a table of several.

        Examples:
          cifra model info
          cifra model card --out models/mnist.md
          cifra model compare old.safetensors new.safetensors
          cifra model export --onnx digits.onnx
        """)
    {
        Info(shell), ModelCardCommand.Create(shell, cancellation), ModelExportCommand.Create(shell),
        ModelCompareCommand.Create(shell, cancellation), ModelTableCommand.Create(shell, cancellation),
    };

    private static Command Info(Shell shell)
    {
        Argument<string?> model = CommonOptions.AnyModel();
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "info",
            """
            Print a network's layers, sizes, card and identity.

            Examples:
              cifra model info
              cifra model info lines                  (the shipped networks for lines)
              cifra model info quick.safetensors --json
            """)
        {
            model, json,
        };
        command.SetAction(args =>
        {
            string name = args.GetValue(model) ?? Pretrained.MnistName;
            SavedModel saved = CommonOptions.OpenAnyModel(name);
            if (args.GetValue(json))
            {
                PrintJson(saved, shell.Output);
            }
            else
            {
                Print(saved, name, shell.Output);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(SavedModel saved, string name, TextWriter output)
    {
        ModelCard card = saved.Card;
        output.WriteLine(name);
        output.WriteLine(saved.Hash);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"recipe {card.Recipe}, data {card.Data} ({card.TrainImages} pictures, {card.ValidationImages} held out), "
            + $"seed {card.Seed}, {card.History.Count} epochs"));
        output.WriteLine($"made by: {card.Command}");
        if (card.Teacher is { } teacher)
        {
            output.WriteLine($"taught by: {teacher}");
        }

        if (card.Symbols is { } symbols)
        {
            output.WriteLine($"reads lines of {symbols}");
        }

        if (saved.Networks.Count > 1)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an ensemble of {saved.Networks.Count}; the first of them:"));
        }

        output.WriteLine();
        output.Write(NetworkSummary.Text(saved.Networks[0]));
    }

    private static void PrintJson(SavedModel saved, TextWriter output) => JsonLine.Write(output, json =>
    {
        ModelCard card = saved.Card;
        json.WriteString("model", saved.Hash);
        json.WriteString("recipe", card.Recipe);
        json.WriteString("data", card.Data);
        json.WriteString("command", card.Command);
        json.WriteNumber("seed", card.Seed);
        json.WriteNumber("trainImages", card.TrainImages);
        json.WriteNumber("validationImages", card.ValidationImages);
        json.WriteNumber("networks", saved.Networks.Count);
        if (card.Symbols is { } symbols)
        {
            json.WriteString("symbols", symbols);
        }
        else
        {
            json.WriteBoolean("knowsNonDigits", saved.Networks.Any(network => network.Output.Channels > DigitClassifier.Classes));
        }

        json.WriteNumber("flops", saved.Networks.Sum(network => network.Flops));
        LayersJson.Write(json, saved.Networks[0]);
    });
}
