using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Networks.Tables;

/// <summary>Reads a document with a name and layers: what YAML and JSON have in common.</summary>
internal static class TableDocument
{
    public static (string Name, IReadOnlyList<Layer> Layers)? Read(
        Node document, KeySection known, KeySection knownOfRow, FindingList findings)
    {
        if (Section.Of(document, findings) is not { } root)
            return null;
        known.RefuseOthers(root);
        LayerKeys.Description.Read(root);
        string? name = LayerKeys.Name.Read(root);
        LayerTableReader reader = new(findings);
        if (LayerKeys.Layers.Read(root) is not { } items || !reader.Takes(LayerKeys.Layers.Find(root)!, items.Count))
            return null;
        IReadOnlyList<Layer> layers = reader.Read(items, knownOfRow);
        return name is null ? null : (name, layers);
    }
}
