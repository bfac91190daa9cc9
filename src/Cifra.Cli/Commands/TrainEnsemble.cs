using System.Globalization;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Reading.Output;
using Cifra.Training;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra train --recipe ensemble</c>: trains the members, or finds them trained, and puts them into one file.</summary>
internal static class TrainEnsemble
{
    /// <param name="ensemble">What it is made of.</param>
    /// <param name="requests">A training for each kind of member; its seed is the first one.</param>
    /// <param name="shell">Results of the single trainings go to its talk.</param>
    /// <param name="cancellation">Stops with a checkpoint of the training under way.</param>
    public static int Run(EnsembleRecipe ensemble, IReadOnlyList<TrainRequest> requests, Shell shell, CancellationToken cancellation)
    {
        TrainRequest first = requests[0];
        using FileStream claim = TrainCommand.Claim(first.Output);
        DigitData data = CommonOptions.OpenData(first.Data, first.DataDir, first.Normalize, DigitPart.Train, shell.Error, cancellation);
        Shell talk = shell.BesideDocument(taken: true);
        var members = new List<string>();
        int done = ExitCodes.Done;
        foreach ((EnsembleMembers kind, TrainRequest request) in ensemble.Members.Zip(requests))
        {
            for (int i = 0; i < kind.Seeds; i++)
            {
                TrainRequest one = request with { Seed = request.Seed + i, Output = FileOf(request.Output, ensemble.Name, kind.Recipe, request.Seed + i), Json = false };
                using FileStream memberClaim = TrainCommand.Claim(one.Output);
                done = TrainCommand.Train(one, data, watched: null, talk, cancellation);
                members.Add(one.Output);
            }
        }

        (_, DigitSet? held) = TrainCommand.Split(data, first.Validation);
        (IReadOnlyList<NeuralNetwork> networks, ModelCard card) = first.Recipe.Lines is not null
            ? JoinLines(ensemble, members, held, first.Threads, shell, cancellation)
            : Ensemble.Join(ensemble, [.. members.Select(file => CommonOptions.OpenModel(file, first.Threads))], held, first.Threads, shell.CommandLine);
        string hash = Save(first, networks, card);
        Print(first, networks, hash, shell);
        return done;
    }

    /// <summary>A member's file, as <c>--seeds</c> would name it: RECIPE-seedK.safetensors for ensemble.safetensors, OUT-RECIPE-seedK.safetensors for another OUT.</summary>
    internal static string FileOf(string output, string ensemble, string recipe, long seed)
    {
        string stem = TrainSeeds.Stem(output);
        string common = stem.EndsWith(ensemble, StringComparison.Ordinal) ? stem[..^ensemble.Length] : $"{stem}-";
        return TrainSeeds.FileOf(common + recipe, seed);
    }

    private static (IReadOnlyList<NeuralNetwork> Networks, ModelCard Card) JoinLines(
        EnsembleRecipe ensemble, List<string> members, DigitSet? held, int threads, Shell shell, CancellationToken cancellation)
    {
        new ProgressLine(shell).Show(TrainCommand.HeldOutLinesMessage);
        return Ensemble.Join(ensemble, [.. members.Select(ModelFile.LoadLines)], held, threads, shell.CommandLine, cancellation);
    }

    // Joining takes little beside training, so it is done again where it was done before; a file of something else is left alone.
    private static string Save(TrainRequest request, IReadOnlyList<NeuralNetwork> networks, ModelCard card)
    {
        if (!File.Exists(request.Output) || request.Restart)
        {
            return ModelFile.Save(request.Output, networks, card);
        }

        ModelCard found = TrainCommand.Found(request.Output).Card;
        return found.Recipe == card.Recipe && found.DataDigest == card.DataDigest && found.Seed == card.Seed
            ? ModelFile.Save(request.Output, networks, card)
            : throw new UsageException($"{request.Output} holds another network ({found.Command}). Name another file with --out, or replace it with --restart.");
    }

    private static void Print(TrainRequest request, IReadOnlyList<NeuralNetwork> networks, string hash, Shell shell)
    {
        if (request.Json)
        {
            JsonLine.Write(shell.Output, json =>
            {
                json.WriteString("file", request.Output);
                json.WriteString("model", hash);
                json.WriteNumber("networks", networks.Count);
            });
        }
        else
        {
            shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{request.Output}: {networks.Count} networks"));
            shell.Output.WriteLine(hash);
        }
    }
}
