using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Layers;
using Memti.Networks.Tables;

namespace Memti.Networks.Peers;

/// <summary>A workload of ZigZag in YAML: a list of layers, each as the loops of an equation over operands O, W and I.</summary>
/// <remarks>KULeuven-MICAS/zigzag, <c>zigzag/parser/workload_validator.py</c> and <c>workload_factory.py</c>.</remarks>
internal static class ZigZagWorkload
{
    /// <summary>True for a list of layers of ZigZag.</summary>
    public static bool Recognises(Node document) =>
        document is SequenceNode { Items: [MappingNode first, ..] }
        && first.Find("equation") is not null
        && (first.Find("operator_type") is not null || first.Find("loop_dims") is not null);

    /// <summary>The network, named like its file; null, with findings, when a layer cannot be used.</summary>
    public static (string Name, IReadOnlyList<Layer> Layers)? Read(Node document, string file, FindingList findings)
    {
        IReadOnlyList<Node> items = ((SequenceNode)document).Items;
        LayerTableReader reader = new(findings);
        if (!reader.Takes(document, items.Count))
            return null;
        Dictionary<string, ZigZagLayer> byId = new(StringComparer.Ordinal);
        List<Layer> layers = [];
        foreach (Node item in items)
            if (ZigZagLayer.Read(item, findings) is { } layer)
            {
                byId[layer.Id] = layer;
                if (layer.Row(byId, findings) is { } node
                    && reader.ReadRow(Section.Of(node, findings)!, LayerKeys.OfRow, layer.IsDilated) is { } row)
                    layers.Add(LayerAssembly.Assemble(row));
            }

        return findings.HasErrors ? null : (Path.GetFileNameWithoutExtension(file), layers);
    }
}
