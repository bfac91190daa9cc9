using System.Globalization;
using System.Text;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>A network as a table: layer, output shape, parameters, MFLOP.</summary>
public static class NetworkSummary
{
    /// <summary>The rows of the table, one a layer.</summary>
    public static IReadOnlyList<NetworkSummaryRow> Rows(NeuralNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Layers.Select((layer, i) =>
        {
            Shape output = network.ShapeAt(i + 1);
            return new NetworkSummaryRow(
                layer.Description.Kind,
                Setting(layer.Description),
                string.Create(CultureInfo.InvariantCulture, $"{output.Channels}x{output.Height}x{output.Width}"),
                layer.Parameters.Where(p => p.Learned).Sum(p => (long)p.Length),
                layer.Flops(network.ShapeAt(i)) / 1e6);
        })];
    }

    /// <summary>The table as text, with a line of totals.</summary>
    public static string Text(NeuralNetwork network)
    {
        IReadOnlyList<NetworkSummaryRow> rows = Rows(network);
        var text = new StringBuilder();
        Line(text, "layer", "setting", "output", "parameters", "MFLOP");
        foreach (NetworkSummaryRow row in rows)
        {
            Line(text, row.Layer, row.Setting, row.Output, Whole(row.Parameters), Mega(row.MegaFlops));
        }

        Line(text, "total", "", "", Whole(rows.Sum(row => row.Parameters)), Mega(network.Flops / 1e6));
        return text.ToString();

        static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        static string Mega(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
    }

    private static void Line(StringBuilder text, string layer, string setting, string output, string parameters, string megaFlops) =>
        text.Append(CultureInfo.InvariantCulture, $"{layer,-18}{setting,-26}{output,12}{parameters,12}{megaFlops,10}\n");

    private static string Setting(LayerDescription d)
    {
        double Of(string name) => d.Settings.GetValueOrDefault(name);
        string window = d.Settings.ContainsKey("height")
            ? new Window((int)Of("height"), (int)Of("width"), (int)Of("stride"), (int)Of("paddingHeight"), (int)Of("paddingWidth")).ToString()
            : "";
        return d.Settings.ContainsKey("rate") ? Of("rate").ToString("P0", CultureInfo.InvariantCulture) : window;
    }
}
