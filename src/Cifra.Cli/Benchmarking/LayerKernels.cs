using System.Globalization;
using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Cli.Benchmarking;

/// <summary>The kernels of networks, run as a training runs them: every different convolution and dense layer, forward and both gradients.</summary>
internal static class LayerKernels
{
    /// <summary>Each kernel once, with the names of all networks that have it.</summary>
    public static IReadOnlyList<Kernel> Of(IReadOnlyList<(string Name, NeuralNetwork Network)> networks, int batch)
    {
        var found = from entry in networks
                    from i in Enumerable.Range(0, entry.Network.Layers.Count)
                    let layer = entry.Network.Layers[i]
                    where layer is Convolution or Dense
                    select new { entry.Name, Layer = layer, Input = entry.Network.ShapeAt(i), First = i == 0 };
        return
        [
            .. found
                .GroupBy(one => $"{one.Layer.Description} {one.Input}")
                .SelectMany(same => Of(
                    string.Join(' ', same.Select(one => one.Name).Distinct()), same.First().Layer, same.First().Input, batch, same.All(one => one.First))),
        ];
    }

    private static IEnumerable<Kernel> Of(string networks, Layer layer, Shape input, int batch, bool first)
    {
        Shape output = layer.OutputShape(input);
        var probe = new LayerProbe(layer, input, batch);
        void ToWeights() => probe.Backward(toInput: false);
        var forward = new Kernel(
            networks, Title(layer), Size(input), Size(output), "forward", probe.ForwardMethod, layer.Flops(input), batch, probe.Forward);
        yield return forward;
        yield return forward with { Direction = "to weights", Method = probe.GradientMethod, Run = ToWeights };
        if (!first) // the gradient of the pictures is not needed
        {
            yield return forward with { Direction = "to input", Run = () => probe.Backward(toInput: true), Besides = ToWeights };
        }
    }

    private static string Title(Layer layer) => layer.Description.Settings.TryGetValue("height", out double height)
        ? string.Create(CultureInfo.InvariantCulture, $"{layer.Description.Kind} {height}x{layer.Description.Settings["width"]}")
        : layer.Description.Kind;

    private static string Size(Shape shape) => shape.Positions == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{shape.Channels}")
        : string.Create(CultureInfo.InvariantCulture, $"{shape.Channels}x{shape.Height}x{shape.Width}");
}
