using System.Text.Json;
using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Training.Optimizers;

namespace Cifra.Training;

/// <summary>A training in a file: weights, average, optimizer, and how far it came. Written whole or not at all.</summary>
internal sealed class Checkpoint
{
    private const string Format = "cifra-checkpoint";
    private const string WeightsPrefix = "network/";
    private const string AveragePrefix = "average/";

    private readonly string _path;
    private readonly TrainingIdentity _identity;

    public Checkpoint(string path, TrainingIdentity identity)
    {
        _path = path;
        _identity = identity;
    }

    /// <summary>Saves everything that the rest of the training depends on.</summary>
    public void Save(TrainingState state, NeuralNetwork network, WeightAverage? average, Optimizer optimizer)
    {
        var metadata = new Dictionary<string, string>
        {
            ["format"] = Format,
            ["identity"] = JsonSerializer.Serialize(_identity, TrainingJson.Default.TrainingIdentity),
            ["state"] = JsonSerializer.Serialize(state, TrainingJson.Default.TrainingState),
        };
        NamedTensor[] tensors =
        [
            .. Prefixed(WeightsPrefix, network),
            .. average is null ? [] : Prefixed(AveragePrefix, average.Network),
            .. optimizer.State,
        ];
        AtomicFile.Write(_path, stream => SafeTensors.Write(stream, tensors, metadata));
    }

    /// <summary>Restores everything from the file, if there is one.</summary>
    /// <returns>How far the training came; null where there is no file.</returns>
    /// <exception cref="ForeignCheckpointException">The file belongs to another training.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public TrainingState? Load(NeuralNetwork network, WeightAverage? average, Optimizer optimizer) =>
        File.Exists(_path) ? Restore(SafeTensors.Load(_path), network, average, optimizer) : null;

    /// <summary>Restores everything from a file's content.</summary>
    /// <exception cref="InvalidDataException">As <see cref="Load"/>.</exception>
    internal TrainingState Restore(SafeTensors content, NeuralNetwork network, WeightAverage? average, Optimizer optimizer)
    {
        string format = content.Metadata.GetValueOrDefault("format", "none");
        if (format != Format)
        {
            throw InvalidData.At(_path, "metadata format", $"\"{Format}\"", $"\"{format}\"");
        }

        TrainingIdentity identity = Parse(content, "identity", TrainingJson.Default.TrainingIdentity);
        if (_identity.DifferenceFrom(identity) is { } difference)
        {
            throw new ForeignCheckpointException($"{_path}: holds another unfinished training ({difference}).");
        }

        TrainingState state = Parse(content, "state", TrainingJson.Default.TrainingState);
        ModelFile.Fill(network, Stripped(WeightsPrefix, content), _path);
        if (average is not null)
        {
            ModelFile.Fill(average.Network, Stripped(AveragePrefix, content), _path);
        }

        optimizer.Restore(content.Tensors.ToDictionary(t => t.Name), _path);
        return state;
    }

    private T Parse<T>(SafeTensors content, string key, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(content.Metadata.GetValueOrDefault(key, "null"), type)
                ?? throw InvalidData.At(_path, $"metadata {key}", "a value", "none");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw InvalidData.At(_path, $"metadata {key}", "what a checkpoint holds", e.Message);
        }
    }

    private static IEnumerable<NamedTensor> Prefixed(string prefix, NeuralNetwork network) =>
        ModelFile.Tensors(network).Select(t => t with { Name = prefix + t.Name });

    private static List<NamedTensor> Stripped(string prefix, SafeTensors content) =>
    [
        .. content.Tensors
            .Where(t => t.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(t => t with { Name = t.Name[prefix.Length..] }),
    ];
}
