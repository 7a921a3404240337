using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Networks.Tables;

/// <summary>Reads a document with a name and layers: what YAML and JSON have in common.</summary>
internal static class TableDocument
{
    private const int LongestName = 100;

    public static (string Name, IReadOnlyList<Layer> Layers)? Read(Node document, IReadOnlyList<string> known, IReadOnlyList<string> knownOfRow, FindingList findings)
    {
        if (Section.Of(document, findings) is not { } root)
            return null;
        root.RefuseOthers(known);
        root.Text(LayerKeys.Description);
        root.Require(LayerKeys.Name, "the name of the network");
        string? name = root.Text(LayerKeys.Name);
        if (name is { Length: > LongestName })
            findings.OutOfRange(root.Find(LayerKeys.Name)!, "text of 1 to 100 characters");
        root.Require(LayerKeys.Layers, "a list of layers");
        LayerTableReader reader = new(findings);
        if (root.List(LayerKeys.Layers) is not { } items || !reader.Takes(root.Find(LayerKeys.Layers)!, items.Count))
            return null;
        IReadOnlyList<Layer> layers = reader.Read(items, knownOfRow);
        return name is null ? null : (name, layers);
    }
}
