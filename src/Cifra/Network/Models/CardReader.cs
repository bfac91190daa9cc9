using System.Text.Json;

namespace Cifra.Network.Models;

/// <summary>Reads a <see cref="ModelCard"/> from a model file's JSON.</summary>
internal static class CardReader
{
    private const int MostWeights = 32;

    /// <summary>The card.</summary>
    /// <exception cref="JsonException">The text is not such JSON: a field too many, too few or of another kind, or a number out of range.</exception>
    public static ModelCard Read(string json)
    {
        string? recipe = null;
        string? data = null;
        string? digest = null;
        string? teacher = null;
        string? command = null;
        string? symbols = null;
        Dictionary<string, double>? confidence = null;
        long? seed = null;
        int? train = null;
        int? validation = null;
        List<EpochRecord>? history = null;
        HeldOutScores? heldOut = null;
        var walk = new JsonWalk(json);
        walk.Object();
        while (walk.Name() is { } name)
        {
            switch (name)
            {
                case "recipe": recipe = walk.Text(); break;
                case "data": data = walk.Text(); break;
                case "dataDigest": digest = walk.Text(); break;
                case "teacher": teacher = walk.Text(); break;
                case "symbols": symbols = walk.Text(); break;
                case "confidence": confidence = Weights(ref walk); break;
                case "command": command = walk.Text(); break;
                case "seed": seed = walk.Whole(); break;
                case "trainImages": train = walk.Whole32(); break;
                case "validationImages": validation = walk.Whole32(); break;
                case "history": history = History(ref walk); break;
                case "heldOut": heldOut = HeldOutReader.Read(ref walk); break;
                default: throw JsonWalk.Unknown(name);
            }
        }

        walk.End();
        return new ModelCard
        {
            Recipe = recipe ?? throw JsonWalk.Missing("recipe"),
            Data = data ?? throw JsonWalk.Missing("data"),
            DataDigest = digest,
            Teacher = teacher,
            Symbols = symbols,
            Confidence = confidence,
            Command = command ?? throw JsonWalk.Missing("command"),
            Seed = seed ?? throw JsonWalk.Missing("seed"),
            TrainImages = train ?? throw JsonWalk.Missing("trainImages"),
            ValidationImages = validation ?? throw JsonWalk.Missing("validationImages"),
            History = history ?? throw JsonWalk.Missing("history"),
            HeldOut = heldOut,
        };
    }

    private static Dictionary<string, double> Weights(ref JsonWalk walk)
    {
        Dictionary<string, double> weights = [];
        walk.Object();
        while (walk.Name() is { } name)
        {
            double weight = walk.Number();
            if (weights.Count == MostWeights || !weights.TryAdd(name, weight) || !double.IsFinite(weight))
            {
                throw new JsonException($"the weight of {name} is there twice or out of range, or there are more than {MostWeights}");
            }
        }

        return weights;
    }

    private static List<EpochRecord> History(ref JsonWalk walk)
    {
        List<EpochRecord> history = [];
        walk.List();
        while (walk.NextObject())
        {
            EpochRecord epoch = Epoch(ref walk);
            history.Add(epoch.Finite ? epoch : throw new JsonException($"epoch {epoch.Epoch} of the history has a number out of range"));
        }

        return history;
    }

    private static EpochRecord Epoch(ref JsonWalk walk)
    {
        int? epoch = null;
        double? rate = null;
        double? trainLoss = null;
        double? trainAccuracy = null;
        double? validationLoss = null;
        double? validationAccuracy = null;
        double? seconds = null;
        double? watchedAccuracy = null;
        while (walk.Name() is { } name)
        {
            switch (name)
            {
                case "epoch": epoch = walk.Whole32(); break;
                case "learningRate": rate = walk.Number(); break;
                case "trainLoss": trainLoss = walk.Number(); break;
                case "trainAccuracy": trainAccuracy = walk.Number(); break;
                case "validationLoss": validationLoss = walk.Number(); break;
                case "validationAccuracy": validationAccuracy = walk.Number(); break;
                case "seconds": seconds = walk.Number(); break;
                case "watchedAccuracy": watchedAccuracy = walk.Number(); break;
                default: throw JsonWalk.Unknown(name);
            }
        }

        return new EpochRecord(
            epoch ?? throw JsonWalk.Missing("epoch"),
            rate ?? throw JsonWalk.Missing("learningRate"),
            trainLoss ?? throw JsonWalk.Missing("trainLoss"),
            trainAccuracy ?? throw JsonWalk.Missing("trainAccuracy"),
            validationLoss,
            validationAccuracy,
            seconds ?? throw JsonWalk.Missing("seconds"),
            watchedAccuracy);
    }
}
