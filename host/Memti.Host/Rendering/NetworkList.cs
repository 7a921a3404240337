using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Networks.Layers;
using Memti.Networks.Presets;

namespace Memti.Host.Rendering;

/// <summary>Lists networks, one per line.</summary>
internal static class NetworkList
{
    public static string Table(IEnumerable<(NetworkPreset Preset, NetworkTable Table)> networks)
    {
        TextTable table = new TextTable("network", "layers", "MACs", "parameters", "file").LeftAlign(4);
        foreach ((NetworkPreset preset, NetworkTable network) in networks)
            table.Add(
                preset.Name,
                QuantityText.Count(network.Layers.Count),
                QuantityText.Count(network.MultiplyAccumulates),
                QuantityText.Count(network.Parameters),
                preset.File);
        return table.ToString();
    }

    public static string Csv(IEnumerable<(NetworkPreset Preset, NetworkTable Table)> networks)
    {
        var text = new StringBuilder("network,layers,macs,parameters,sha256,file\r\n");
        foreach ((NetworkPreset preset, NetworkTable network) in networks)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{CsvText.Quote(preset.Name)},{network.Layers.Count},{network.MultiplyAccumulates},{network.Parameters},"
                    + $"{network.Sha256},{CsvText.Quote(preset.File)}\r\n");
        return text.ToString();
    }

    /// <summary>The networks with their totals as JSON, version 1.</summary>
    public static string Json(IEnumerable<(NetworkPreset Preset, NetworkTable Table)> networks)
    {
        JsonObject root = new()
        {
            ["memti_networks"] = 1,
            ["networks"] = new JsonArray([.. networks.Select(static network => Node(network.Preset, network.Table))])
        };
        return JsonText.Of(root);
    }

    private static JsonObject Node(NetworkPreset preset, NetworkTable network) => new()
    {
        ["name"] = preset.Name,
        ["layers"] = network.Layers.Count,
        ["macs"] = network.MultiplyAccumulates,
        ["parameters"] = network.Parameters,
        ["file"] = preset.File,
        ["sha256"] = network.Sha256,
    };
}
