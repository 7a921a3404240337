using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Networks.Codes;

namespace Memti.Networks.Tables;

/// <summary>A layer table in YAML.</summary>
internal static class YamlTable
{
    public static (string Name, IReadOnlyList<Layer> Layers)? Read(SourceFile source, string file, FindingList findings)
    {
        DocumentOrigin origin = new(file) { SyntaxCode = NetworkCodes.NetworkSyntax };
        return YamlDocument.Read(source.Text, origin, findings) is { } document
            ? TableDocument.Read(document, LayerKeys.OfDocument, LayerKeys.OfRow, findings)
            : null;
    }
}
