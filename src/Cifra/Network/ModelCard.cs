using System.Text.Json.Serialization;

namespace Cifra.Network;

/// <summary>Where a trained network comes from; travels inside its model file.</summary>
public sealed record ModelCard
{
    /// <summary>The recipe that trained it: "standard".</summary>
    [JsonRequired]
    public string Recipe { get; init; } = "";

    /// <summary>The data set that it learned from: "mnist".</summary>
    [JsonRequired]
    public string Data { get; init; } = "";

    /// <summary>SHA-256 of the training and held-out pictures and labels; null in files of early versions.</summary>
    public string? DataDigest { get; init; }

    /// <summary>"sha256:…" of the network that taught it; null where none did.</summary>
    public string? Teacher { get; init; }

    /// <summary>Symbols of a line network's outputs, in their order, before the blank; null for a network of single digits.</summary>
    public string? Symbols { get; init; }

    /// <summary>
    /// Weights of a logistic model that turns the evidence about a line's answer into the probability that it is right. Null for a network of single digits, and
    /// where none was fitted.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Confidence { get; init; }

    /// <summary>The command that trained it.</summary>
    [JsonRequired]
    public string Command { get; init; } = "";

    /// <summary>The seed of the training.</summary>
    [JsonRequired]
    public long Seed { get; init; }

    /// <summary>Pictures that it learned from.</summary>
    [JsonRequired]
    public int TrainImages { get; init; }

    /// <summary>Pictures held out to watch the training.</summary>
    [JsonRequired]
    public int ValidationImages { get; init; }

    /// <summary>The learning curves, an entry an epoch.</summary>
    [JsonRequired]
    public IReadOnlyList<EpochRecord> History { get; init; } = [];

    /// <summary>Scores on the held-out pictures; null where none were held out, or in files of early versions.</summary>
    public HeldOutScores? HeldOut { get; init; }
}
