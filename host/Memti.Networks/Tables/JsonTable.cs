using Memti.Abstractions.Models;
using Memti.Documents.Nodes;

namespace Memti.Networks.Tables;

/// <summary>
/// A layer table in JSON: a network as extracts of NVDLA's performance workbook have it, or as <c>memti networks describe</c> writes it.
/// </summary>
internal static class JsonTable
{
    public static (string Name, IReadOnlyList<Layer> Layers)? Read(SourceFile source, string file, FindingList findings) =>
        JsonNodes.Read(source.Text, file, findings) is { } document
            ? TableDocument.Read(document, LayerKeys.OfWorkbook, LayerKeys.OfWorkbookRow, findings)
            : null;
}
