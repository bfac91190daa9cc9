using System.Text.Json;

namespace Cifra.Network.Models;

/// <summary>Reads a <see cref="NetworkDescription"/> from a model file's JSON.</summary>
internal static class DescriptionReader
{
    /// <summary>The description.</summary>
    /// <exception cref="JsonException">The text is not such JSON: a field too many, too few or of another kind.</exception>
    public static NetworkDescription Read(string json)
    {
        int? channels = null;
        int? height = null;
        int? width = null;
        double? mean = null;
        double? deviation = null;
        List<LayerDescription>? layers = null;
        var walk = new JsonWalk(json);
        walk.Object();
        while (walk.Name() is { } name)
        {
            switch (name)
            {
                case "channels": channels = walk.Whole32(); break;
                case "height": height = walk.Whole32(); break;
                case "width": width = walk.Whole32(); break;
                case "mean": mean = walk.Number(); break;
                case "deviation": deviation = walk.Number(); break;
                case "layers": layers = Layers(ref walk); break;
                default: throw JsonWalk.Unknown(name);
            }
        }

        walk.End();
        return new NetworkDescription(
            channels ?? throw JsonWalk.Missing("channels"),
            height ?? throw JsonWalk.Missing("height"),
            width ?? throw JsonWalk.Missing("width"),
            mean ?? throw JsonWalk.Missing("mean"),
            deviation ?? throw JsonWalk.Missing("deviation"),
            layers ?? throw JsonWalk.Missing("layers"));
    }

    private static List<LayerDescription> Layers(ref JsonWalk walk)
    {
        List<LayerDescription> layers = [];
        walk.List();
        while (walk.NextObject())
        {
            layers.Add(Layer(ref walk));
        }

        return layers;
    }

    private static LayerDescription Layer(ref JsonWalk walk)
    {
        string? kind = null;
        Dictionary<string, double>? settings = null;
        while (walk.Name() is { } name)
        {
            switch (name)
            {
                case "kind": kind = walk.Text(); break;
                case "settings": settings = Settings(ref walk); break;
                default: throw JsonWalk.Unknown(name);
            }
        }

        return new LayerDescription(kind ?? throw JsonWalk.Missing("kind"), settings ?? throw JsonWalk.Missing("settings"));
    }

    private static Dictionary<string, double> Settings(ref JsonWalk walk)
    {
        Dictionary<string, double> settings = [];
        walk.Object();
        while (walk.Name() is { } name)
        {
            settings[name] = walk.Number();
        }

        return settings;
    }
}
