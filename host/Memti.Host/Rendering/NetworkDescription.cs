using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Models;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Networks.Layers;

namespace Memti.Host.Rendering;

/// <summary>Prints the layers of a network with shapes, multiply-accumulates and parameters.</summary>
internal static class NetworkDescription
{
    public static string Table(NetworkTable network)
    {
        TextTable table =
            new TextTable(
                "layer", "kind", "input", "kernel", "stride", "groups", "output", "pooling", "stored", "MACs", "parameters").LeftAlign(1);
        foreach (Layer layer in network.Layers)
            table.Add(
                layer.Name,
                RowKinds.Of(layer),
                Shape(layer.InputChannels, layer.InputHeight, layer.InputWidth) + (layer.SharesInput ? "=" : " "),
                Shape(layer.KernelHeight, layer.KernelWidth),
                Shape(layer.StrideHeight, layer.StrideWidth),
                QuantityText.Count(layer.Groups),
                Shape(layer.OutputChannels, layer.OutputHeight, layer.OutputWidth),
                layer.Pooling is { } window
                    ? $"{Shape(window.Height, window.Width)} / {Shape(window.StrideHeight, window.StrideWidth)}"
                    : "-",
                Shape(layer.OutputChannels, layer.StoredHeight, layer.StoredWidth),
                QuantityText.Count(layer.MultiplyAccumulates),
                layer.WeightsOf is { } owner
                    ? $"of {network.Layers[owner].Name}"
                    : QuantityText.Count(layer.StoredSharedParameters + layer.StoredTaskParameters));
        table.Add(
            "total",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            QuantityText.Count(network.MultiplyAccumulates),
            QuantityText.Count(network.Parameters));
        string legend = network.Layers.Any(static layer => layer.SharesInput) ? "=: reads the same tensor as the layer before it\n" : "";
        legend += network.Layers.Any(static layer => layer.WeightsOf is not null)
            ? "of: uses the weights of that layer, which are stored once\n"
            : "";
        return $"{network.Name} of {network.File}\nshapes are channels x height x width; batch norms are folded into the weights, "
            + $"biases are not counted\n{legend}{table}";
    }

    /// <summary>One line per layer; the result is a layer table.</summary>
    public static string Csv(NetworkTable network)
    {
        StringBuilder text = new StringBuilder().AppendJoin(',', NetworkColumns.All.Select(static column => column.Name)).Append("\r\n");
        foreach (Layer layer in network.Layers)
            text.AppendJoin(',', NetworkColumns.All.Select(column => CsvText.Quote(NetworkColumns.Text(column.Value(layer, network)))))
                .Append("\r\n");
        return text.ToString();
    }

    /// <summary>The layers with totals as JSON, version 1; the result is a layer table.</summary>
    public static string Json(NetworkTable network)
    {
        JsonObject root = new()
        {
            ["memti_network"] = 1,
            ["name"] = network.Name,
            ["file"] = network.File,
            ["sha256"] = network.Sha256,
            ["totals"] = new JsonObject
            {
                ["layers"] = network.Layers.Count,
                ["macs"] = network.MultiplyAccumulates,
                ["parameters"] = network.Parameters
            },
            ["layers"] = new JsonArray([.. network.Layers.Select(layer => Node(layer, network))]),
        };
        return JsonText.Of(root);
    }

    private static JsonObject Node(Layer layer, NetworkTable network) =>
        new(
            NetworkColumns.All
                .Select(column => KeyValuePair.Create(column.Name, JsonSerializer.SerializeToNode(column.Value(layer, network)))));

    private static string Shape(params int[] sizes) =>
        string.Join('x', sizes.Select(static size => size.ToString(CultureInfo.InvariantCulture)));
}
