using Memti.Documents.Nodes;
using Memti.Networks.Codes;

namespace Memti.Networks.Tables;

/// <summary>YAML of a network.</summary>
internal static class YamlTable
{
    /// <summary>The document; null, with a finding, when it is not well-formed.</summary>
    public static Node? ReadDocument(SourceFile source, string file, FindingList findings) =>
        YamlDocument.Read(source.Text, new DocumentOrigin(file) { SyntaxCode = NetworkCodes.NetworkSyntax }, findings);
}
