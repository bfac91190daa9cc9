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

    /// <summary>SHA-256 of the pictures and labels that it learned from and was watched with; null where the file does not say, as the first ones did not.</summary>
    public string? DataDigest { get; init; }

    /// <summary>"sha256:…" of the network that taught it; null where none did.</summary>
    public string? Teacher { get; init; }

    /// <summary>What the outputs of a line network mean, in their order, before the blank; null for a network of single digits.</summary>
    public string? Symbols { get; init; }

    /// <summary>
    /// How much each piece of evidence about a line's answer counts, as a logistic model weighs it: what turns it into the probability that the answer is right. Null for a network of
    /// single digits, and where none was fitted.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Confidence { get; init; }

    /// <summary>The command that made it.</summary>
    [JsonRequired]
    public string Command { get; init; } = "";

    /// <summary>The seed of everything random in its making.</summary>
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

    /// <summary>How it did on the pictures held out; null where none were, or the file is older than this.</summary>
    public HeldOutScores? HeldOut { get; init; }
}
